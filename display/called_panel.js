/** The hero: a ticket, and the door it goes to. */
import { css, html, nothing, repeat } from "ui/element.js";
import { keyOf } from "./announcer.js";
import { inAll, inTurn, label, tongues } from "./tongues.js";

/** @typedef {import("./announcer.js").Call} Call */
/** @typedef {{ id: string, name: Record<string, string>, where?: Record<string, string> }} Counter */

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
        ${isShort(counter) ? inAll(({ t }) => t("display-counter")) : nothing}
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
export const door = (counter) =>
  html`<span class="door num ${isShort(counter) ? "" : "door-wide"}">${mark(counter)}</span>`;

/**
 * What stands on the door: "2". A longer name ("Repairs") is a sentence of its own, without "Counter".
 * @param {Counter} counter
 */
const mark = (counter) => tongues()[0].pick(counter.name) || counter.id;

/** @param {Counter} counter */
const isShort = (counter) => mark(counter).length <= 3;

/** @param {Counter} counter @param {import("./tongues.js").Speaker} speaker */
export const nameOf = (counter, { pick, t }) =>
  isShort(counter) ? t("counter-number", { counter: pick(counter.name) }) : pick(counter.name);

/** @param {Record<string, string> | undefined} words */
const hasText = (words) => Object.values(words ?? {}).some(Boolean);
