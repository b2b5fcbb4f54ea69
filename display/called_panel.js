/** The hero: a ticket, and the door it goes to. */
import { css, html, nothing } from "ui/element.js";
import { keyOf } from "./announcer.js";
import { inAll, inTurn, label, tongues } from "./tongues.js";

/** @typedef {import("./announcer.js").Call} Call */
/** @typedef {{ id: string, name: Record<string, string>, where?: Record<string, string> }} Counter */

/** As many letters as a door has room for. */
const SHORT = 3;

/**
 * One call, as large as the room allows; `inItsTurn` while it is being announced.
 * @param {Call} call
 * @param {Counter} counter
 * @param {boolean} inItsTurn
 */
export function theCall(call, counter, inItsTurn) {
  return html`<section
    class="call ${inItsTurn ? "announcing" : ""}"
    role="alert"
    data-call=${keyOf(call)}
  >
    <h2 class="visually-hidden">${label("display-title")}</h2>
    <p class="call-ticket num" dir="ltr" ${letters(call.ticket)}>${call.ticket}</p>
    <div class="call-counter ${hasNumber(counter) ? "" : "call-named"}">
      <p class="call-words">
        ${inAll((speaker) => beside(counter, speaker))}
        ${
          hasText(counter.where)
            ? html`<span class="call-where"
                >${inTurn((speaker) => speaker.pick(counter.where))}</span
              >`
            : nothing
        }
      </p>
      ${door(counter)}
    </div>
  </section>`;
}

/**
 * R017 fills the room; RA017 is set so much smaller that it fits the same.
 * @param {string} ticket
 */
const letters = (ticket) => css({ "--letters": ticket.length });

/** @param {Counter} counter */
export function door(counter) {
  const on = mark(counter);
  const wide = on.length > SHORT;
  return html`<span
    class="door num ${wide ? "door-wide" : ""}"
    dir="auto"
    ${css({ "--letters": on.length, "--word": longestWord(on) })}
    >${on}</span
  >`;
}

/** @param {string} words */
const longestWord = (words) => Math.max(...words.split(" ").map((word) => word.length));

/** @param {Counter} counter */
export const hasNumber = (counter) => mark(counter).length <= SHORT;

/** How much room the door takes. @param {Counter} counter */
export const lettersOn = (counter) => mark(counter).length;

/**
 * What stands on the door: "2", be the counter's name "2" or "Counter 2". A counter without a number is
 * looked for by its name, and has that on its door in smaller letters; what it is called inside the
 * machine is written nowhere in the room.
 * @param {Counter} counter
 */
function mark(counter) {
  const name = tongues()[0].pick(counter.name) || counter.id;
  if (name.length <= SHORT) return name;
  return name.split(" ").find((word) => word.length <= SHORT && /\d/.test(word)) ?? name;
}

/**
 * What stands beside the door: "Counter", "Schalter"; of a longer name what the door does not say.
 * @param {Counter} counter
 * @param {import("./tongues.js").Speaker} speaker
 */
function beside(counter, { pick, t }) {
  if (pick(counter.name) === mark(counter) && !hasNumber(counter)) return "";
  const words = pick(counter.name).split(" ");
  const unsaid = words.filter((word) => word !== mark(counter)).join(" ");
  return unsaid || (hasNumber(counter) ? t("display-counter") : "");
}

/**
 * "Counter 2", within a sentence.
 * @param {Counter} counter
 * @param {import("./tongues.js").Speaker} speaker
 */
export function nameOf(counter, { pick, t }) {
  const name = pick(counter.name);
  return name.length > SHORT ? name : t("counter-number", { counter: name });
}

/** @param {Record<string, string> | undefined} words */
const hasText = (words) => Object.values(words ?? {}).some(Boolean);
