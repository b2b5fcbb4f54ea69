/** The right side: who was called last, and who is next at each counter. */
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { keyOf } from "./announcer.js";
import { door } from "./called_panel.js";
import { label, turn } from "./tongues.js";

/** Rows that fit on the right; more counters share rows or take turns. A notice below costs one. */
const ROWS = 5;
const NEXT_ROWS = 4;
const LAST_ROWS = 2;

/**
 * Who is called but waits for the announcement's turn stands here at once, before the earlier ones.
 * @param {any} board
 * @param {import("./announcer.js").Call | null} announced
 * @param {boolean} underNotice
 */
export function lastCalled(board, announced, underNotice) {
  const onTheWay = announced
    ? board.called.filter((/** @type {any} */ call) => keyOf(call) !== keyOf(announced))
    : [];
  const lines = [
    ...onTheWay.map((/** @type {any} */ call) => ({ ...call, now: true })),
    ...board.last,
  ].slice(0, 2 * lastRows(board, underNotice));
  if (!lines.length) return nothing;
  const counterOf = byId(board.counters);
  return html`<section class="last">
    <h2>${label("display-last")}</h2>
    <ol class="last-list">
      ${repeat(
        lines,
        (line) => line.ticket + line.called_at,
        (line) =>
          html`<li class=${line.now ? "now" : ""}>
            <span class="num" dir="ltr">${line.ticket}</span> ${door(counterOf(line.counter))}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** @param {any} board @param {boolean} underNotice */
function lastRows(board, underNotice) {
  const left = ROWS - cost(underNotice) - nextRows(board, underNotice);
  return Math.min(LAST_ROWS, Math.max(1, left));
}

/** @param {boolean} underNotice */
const cost = (underNotice) => (underNotice ? 1 : 0);

/** @param {any} board */
const entries = (board) => (board.pool?.next.length ? 1 : 0) + board.counters.length;

/** @param {any} board @param {boolean} underNotice */
const isNarrow = (board, underNotice) => entries(board) > NEXT_ROWS - cost(underNotice);

/** @param {any} board @param {boolean} underNotice */
function nextRows(board, underNotice) {
  const wanted = isNarrow(board, underNotice) ? Math.ceil(entries(board) / 2) : entries(board);
  return Math.min(NEXT_ROWS - cost(underNotice), wanted);
}

/** @param {any} board @param {boolean} underNotice */
export function nextByCounter(board, underNotice) {
  const narrow = isNarrow(board, underNotice);
  return html`<section class="next ${narrow ? "next-narrow" : ""}">
    <h2>${label("display-next")}</h2>
    <ul class="next-list">
      ${poolLine(board, narrow)}
      ${repeat(
        page(board, underNotice),
        (/** @type {any} */ counter) => counter.id,
        (/** @type {any} */ counter) => counterLine(counter, narrow),
      )}
    </ul>
  </section>`;
}

/** @param {any} board @param {boolean} underNotice */
function page({ counters, pool }, underNotice) {
  const room = 2 * (NEXT_ROWS - cost(underNotice)) - (pool?.next.length ? 1 : 0);
  const pages = Math.ceil(counters.length / room);
  const each = Math.ceil(counters.length / pages);
  const start = (turn() % pages) * each;
  return counters.slice(start, start + each);
}

/** @param {any} board @param {boolean} narrow */
function poolLine(board, narrow) {
  if (!board.pool?.next.length) return nothing;
  return html`<li class="pool">
    <span class="door door-any" aria-hidden="true"></span>
    <span class="visually-hidden">${label("display-any-counter")}</span>
    ${tickets(board.pool.next, narrow)}
  </li>`;
}

/** @param {any} counter @param {boolean} narrow */
function counterLine(counter, narrow) {
  return html`<li class="is-${counter.state}">${door(counter)} ${whoIsNext(counter, narrow)}</li>`;
}

/** @param {any} counter @param {boolean} narrow */
function whoIsNext(counter, narrow) {
  if (counter.next.length) return tickets(counter.next, narrow);
  if (counter.state === "open" && !counter.now) {
    return html`<span class="free">${label("display-counter-free")}</span>`;
  }
  if (counter.state === "open") return html`<span class="nobody">–</span>`;
  return html`<span class="why">${whyShut(counter)}</span>`;
}

/** @param {any} counter */
function whyShut(counter) {
  if (counter.state === "closed") return label("display-counter-closed");
  if (!counter.until) return label("display-counter-break");
  return label("display-counter-break-until", () => ({ time: clock(counter.until) }));
}

/** @param {string[]} next @param {boolean} narrow */
const tickets = (next, narrow) =>
  next
    .slice(0, narrow ? 1 : 2)
    .map((ticket) => html`<span class="num ticket" dir="ltr">${ticket}</span>`);

/** @param {any[]} counters */
const byId = (counters) => (/** @type {string} */ id) =>
  counters.find((counter) => counter.id === id) ?? { id, name: {} };
