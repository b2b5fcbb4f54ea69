/** The hero: a ticket, and the door it goes to. */
import { css, html, nothing, repeat } from "ui/element.js";
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
    <div class="call-counter">
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
 * Everyone who is called and still on the way, newest first.
 * @param {Call[]} called
 * @param {(id: string) => Counter} counterOf
 */
export function stillCalled(called, counterOf) {
  const shown = called.slice(0, 12);
  return html`<section class="calls calls-${Math.min(shown.length, 12)}">
    <h2 class="calls-head">
      ${label("display-title")} <span class="calls-head-counter">${label("display-counter")}</span>
    </h2>
    <ol class="calls-list">
      ${repeat(
        shown,
        keyOf,
        (call) =>
          html`<li class="calls-one" data-call=${keyOf(call)} ${letters(call.ticket)}>
            <span class="call-ticket num" dir="ltr">${call.ticket}</span>
            ${door(counterOf(call.counter))}
          </li>`,
      )}
    </ol>
  </section>`;
}

/**
 * R017 fills the room; R1017 is set so much smaller that it fits the same.
 * @param {string} ticket
 */
const letters = (ticket) => css({ "--letters": Math.max(4, ticket.length) });

/** @param {Counter} counter */
export function door(counter) {
  const on = mark(counter);
  const wide = on.length > SHORT;
  return html`<span class="door num ${wide ? "door-wide" : ""}" ${css({ "--letters": on.length })}
    >${on}</span
  >`;
}

/**
 * What stands on the door: "2", be the counter's name "2" or "Counter 2". A counter that has no
 * short name at all gets its long one, and smaller letters.
 * @param {Counter} counter
 */
function mark(counter) {
  const name = tongues()[0].pick(counter.name) || counter.id;
  return name.length > SHORT && counter.id.length <= SHORT ? counter.id : name;
}

/**
 * What stands beside the door: "Counter", "Schalter"; of a longer name what the door does not say.
 * @param {Counter} counter
 * @param {import("./tongues.js").Speaker} speaker
 */
function beside(counter, { pick, t }) {
  const words = pick(counter.name).split(" ");
  const unsaid = words.filter((word) => word !== mark(counter)).join(" ");
  return unsaid || (mark(counter).length > SHORT ? "" : t("display-counter"));
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
