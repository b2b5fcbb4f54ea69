/** The right side: who was called last, and who is next at each counter. */
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { door, hasNumber, lettersOn } from "./called_panel.js";
import { label, pageOf } from "./tongues.js";

/** Rows that fit on the right; more counters share rows or take turns. A notice below costs one. */
const ROWS = 5;
const NEXT_ROWS = 4;
const LAST_ROWS = 2;
/** Letters and digits of a ticket and its door that fit into half a row. */
const HALF_A_ROW = 6;

/** Letters and digits of a ticket of which two have room beside "Any counter". */
const ONE_LETTER = 4;

/** @typedef {import("./announcer.js").Call} Call */

/**
 * Who is called but waits for the announcement's turn stands here at once, before the earlier ones; who
 * is still on the way stays here beside the last call.
 * @param {import("ui/views.js").BoardView} board
 * @param {Call | null} hero
 * @param {boolean} underNotice
 */
export function lastCalled(board, hero, underNotice) {
  const others = (/** @type {any} */ call) =>
    call.ticket !== hero?.ticket || call.called_at !== hero?.called_at;
  const columns = sharedBy([...board.called, ...board.last].map(ticketOf), board.counters);
  const room = columns * lastRows(board, underNotice);
  const onTheWay = board.called
    .filter(others)
    .map((/** @type {any} */ call) => ({ ...call, now: true }));
  const lines = [...pageOf(onTheWay, room), ...board.last.filter(others)].slice(0, room);
  if (!lines.length) return nothing;
  const counterOf = byId(board.counters);
  return html`<section class="last">
    <h2>${label("display-last")}</h2>
    <ol class="last-list ${columns > 1 ? "halves" : ""}">
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

/** @param {{ ticket: string }} call */
const ticketOf = ({ ticket }) => ticket;

/**
 * Two to a row where the longest ticket and the longest door leave room for it.
 * @param {string[]} tickets
 * @param {any[]} counters
 */
function sharedBy(tickets, counters) {
  const longest = (/** @type {number[]} */ letters) => Math.max(0, ...letters);
  const wanted = longest(tickets.map(({ length }) => length)) + longest(counters.map(lettersOn));
  return wanted > HALF_A_ROW ? 1 : 2;
}

/** @param {import("ui/views.js").BoardView} board @param {boolean} underNotice */
function lastRows(board, underNotice) {
  const { rows, anyCounter } = nextPage(board, underNotice);
  const left = ROWS - cost(underNotice) - rows - (anyCounter ? 1 : 0);
  return Math.min(LAST_ROWS, Math.max(1, left));
}

/** @param {boolean} underNotice */
const cost = (underNotice) => (underNotice ? 1 : 0);

/**
 * What is shown of the lines now: one counter a row with two tickets; two to a row when they are many;
 * then page by page those at which somebody waits.
 * @param {import("ui/views.js").BoardView} board
 * @param {boolean} underNotice
 */
function nextPage({ counters, pool }, underNotice) {
  const anyCounter = pool?.next.length > 0;
  const most = NEXT_ROWS - cost(underNotice) - (anyCounter ? 1 : 0);
  const tickets = counters.flatMap((/** @type {any} */ { next }) => next);
  const columns = counters.length > most ? sharedBy(tickets, counters) : 1;
  const room = most * columns;
  const waited = counters.filter((/** @type {any} */ { next }) => next.length);
  const shown = pageOf(counters.length > room ? waited : counters, room);
  return { shown, columns, anyCounter, rows: Math.ceil(shown.length / columns) };
}

/** @param {import("ui/views.js").BoardView} board @param {boolean} underNotice */
export function nextByCounter(board, underNotice) {
  const { shown, columns, anyCounter } = nextPage(board, underNotice);
  if (!shown.length && !anyCounter) return nothing;
  return html`<section class="next">
    <h2>${label("display-next")}</h2>
    <ul class="next-list ${columns > 1 ? "halves" : ""}">
      ${anyCounter ? poolLine(board.pool) : nothing}
      ${repeat(
        shown,
        (/** @type {any} */ counter) => counter.id,
        (/** @type {any} */ counter) => counterLine(counter, columns > 1 || !hasNumber(counter)),
      )}
    </ul>
  </section>`;
}

/** @param {any} pool */
const poolLine = ({ next }) =>
  html`<li class="pool">
    <span class="any-counter">${label("display-any-counter")}</span>
    ${tickets(next, next[0].length > ONE_LETTER)}
  </li>`;

/** @param {import("ui/views.js").BoardCounterView} counter @param {boolean} narrow */
function counterLine(counter, narrow) {
  return html`<li class="is-${counter.state}">${door(counter)} ${whoIsNext(counter, narrow)}</li>`;
}

/** @param {import("ui/views.js").BoardCounterView} counter @param {boolean} narrow */
function whoIsNext(counter, narrow) {
  if (counter.next.length) return tickets(counter.next, narrow);
  if (counter.state === "open" && !counter.now) {
    return html`<span class="free">${label("display-counter-free")}</span>`;
  }
  if (counter.state === "open") return html`<span class="nobody">–</span>`;
  return html`<span class="why">${whyShut(counter)}</span>`;
}

/** @param {import("ui/views.js").BoardCounterView} counter */
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
