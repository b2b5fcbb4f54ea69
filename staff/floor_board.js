// The floor: every line side by side. A customer is moved by dragging, by tapping the ticket and then a
// line, or with the keyboard; whichever way, it is the same move.

import { html, nothing, repeat } from "ui/element.js";
import { clock, waitRange } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { counterActions } from "./counter_actions.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { makeDraggable } from "./dragging.js";
import { breakMark } from "./planned_break.js";
import { isTooLate } from "./near_closing.js";
import { preview } from "./preview.js";
import "./promises.js";
import "./said_bar.js";
import "./selected_ticket.js";
import { ask } from "./sheet.js";
import "./suggestions.js";
import { ticketCard } from "./ticket_card.js";
import "./together.js";
import { unserved } from "./unserved.js";

const POOL = "";
const AFTER_DRAG_MS = 300;
/** More counters than these are an overview: smaller columns, and none for a counter that is closed. */
const COLUMNS_MOST = 6;
const LATELY_SHOWN = 3;

class StaffFloorBoard extends DeskElement {
  constructor() {
    super();
    this.dragging = false;
    this.draggedAt = 0;
  }

  /** Nothing is drawn under a moving finger; what came meanwhile is drawn when it lets go. */
  shouldUpdate(changed) {
    return !this.dragging && super.shouldUpdate(changed);
  }

  updated() {
    preview.prepare(desk.inHand, linesFor(desk.inHand));
    for (const list of this.querySelectorAll("[data-line]")) {
      makeDraggable(/** @type {HTMLElement} */ (list), {
        begin: (visit) => this.drag(desk.visit(visit)),
        over: (line) => preview.look(line),
        end: () => this.drag(null),
        drop: (visit, line) => desk.settledDown().then(() => move([desk.visit(visit)], line)),
      });
    }
  }

  /** Shows which lines could take the visit in hand; any may be tried, and says why not. */
  drag(visit) {
    this.dragging = visit !== null;
    this.draggedAt = performance.now();
    for (const list of this.querySelectorAll("[data-line]")) {
      const line = /** @type {HTMLElement} */ (list).dataset.line ?? POOL;
      list.classList.toggle("takes", this.dragging && mayMove([visit], line));
    }
    if (visit) preview.prepare([visit], linesFor([visit]));
    else preview.look(null);
    if (!this.dragging) this.requestUpdate();
  }

  tap(visit) {
    if (performance.now() - this.draggedAt < AFTER_DRAG_MS) return;
    if (desk.together) return toggle(visit);
    desk.set({ selected: desk.selected === visit.id ? null : visit.id });
  }

  key(event) {
    const card = event.target.closest?.(".ticket");
    if (event.key === "Escape" && desk.inHand.length) {
      const chosen = this.querySelector('.ticket[aria-pressed="true"]');
      desk.set({ selected: null, together: null });
      /** @type {HTMLElement | null} */ (chosen)?.focus();
    } else if (card && event.key.startsWith("Arrow")) {
      /** @type {HTMLElement | null | undefined} */ (this.neighbour(card, event.key))?.focus();
      event.preventDefault();
    }
  }

  /** The card an arrow key leads to: up and down in its line, left and right to the lines beside it. */
  neighbour(card, key) {
    const columns = [...this.querySelectorAll(".line")].map((line) => [
      ...line.querySelectorAll(".ticket"),
    ]);
    const column = columns.findIndex((cards) => cards.includes(card));
    if (column < 0) return null;
    const row = columns[column].indexOf(card);
    if (key === "ArrowUp") return columns[column][row - 1];
    if (key === "ArrowDown") return columns[column][row + 1];
    const forward = (key === "ArrowRight") === (document.documentElement.dir !== "rtl");
    const beside = forward ? columns.slice(column + 1) : columns.slice(0, column).reverse();
    const cards = beside.find((those) => those.length);
    return cards?.[Math.min(row, cards.length - 1)];
  }

  render() {
    const floor = desk.floor;
    if (!floor)
      return html`<div class="floor loading" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const overview = floor.counters.length > COLUMNS_MOST;
    const folded = overview ? floor.counters.filter(isFolded) : [];
    return html`<div class="floor" @keydown=${this.key}>
      <h1 class="visually-hidden">${t("staff-floor")}</h1>
      ${unserved((visit) => this.tap(visit))}
      <div class="board">
        <div class="lines ${overview ? "overview" : ""}" data-scrolls>
          ${this.line({ line: POOL, ids: floor.pool })}
          ${repeat(
            floor.counters.filter((counter) => !folded.includes(counter)),
            (counter) => counter.id,
            (counter) => this.line({ line: counter.id, ids: counter.line, counter }),
          )}
          ${folded.length ? this.closed(folded) : nothing}
        </div>
        <staff-suggestions></staff-suggestions>
      </div>
      ${this.held()}
      <div class="floor-foot">
        <staff-said-bar></staff-said-bar>
        ${this.foot()}
      </div>
    </div>`;
  }

  foot() {
    if (desk.together) return html`<staff-together></staff-together>`;
    if (desk.selected)
      return html`<staff-selected .visit=${desk.visit(desk.selected)}></staff-selected>`;
    return html`${this.lately()} <staff-promises-button></staff-promises-button>`;
  }

  /** @param {import("ui/views.js").CounterView[]} counters */
  closed(counters) {
    return html`<section class="closed-counters">
      <h2>${t("counter-closed")}</h2>
      ${counters.map(
        (counter) =>
          html`<button
            class="chip"
            aria-haspopup="dialog"
            aria-label=${counterName(counter.id)}
            @click=${() => menu(counter)}
          >
            <span class="num">${pick(desk.counterPlan(counter.id).name)}</span>
          </button>`,
      )}
    </section>`;
  }

  /** @param {{line: string, ids: string[], counter?: any}} column */
  line({ line, ids, counter }) {
    const here = mayMove(desk.inHand, line);
    return html`<section
      class="line ${counter?.state ?? "pool"} ${ids.length ? "" : "free"}"
      aria-label=${counterName(line)}
    >
      ${counter ? this.counterHead(counter) : this.poolHead(ids)}
      ${counter?.visit ? html`<div class="at-counter">${this.card(counter.visit)}</div>` : nothing}
      <button
        class="move-here"
        ?hidden=${!here}
        aria-disabled=${desk.busy}
        @pointerenter=${() => preview.look(line)}
        @pointerleave=${() => preview.look(null)}
        @focus=${() => preview.look(line)}
        @blur=${() => preview.look(null)}
        @click=${() => desk.busy || move(desk.inHand, line)}
      >
        <span>${icon("down")} ${t("staff-move-here")}</span>
        <staff-move-effect line=${line}></staff-move-effect>
      </button>
      ${ids.length || !counter || counter.state === "closed" ? nothing : html`<p class="nobody">${t("staff-line-empty")}</p>`}
      <ol data-line=${line} data-scrolls>
        ${repeat(
          ids,
          (id) => id,
          (id) =>
            html`<li
              data-visit=${id}
              ?data-movable=${desk.visit(id)?.allowed_actions.includes("move")}
            >
              ${this.card(id)}
            </li>`,
        )}
      </ol>
    </section>`;
  }

  card(id) {
    const visit = desk.visit(id);
    if (!visit) return nothing;
    return ticketCard(visit, {
      chosen: desk.inHand.some((one) => one.id === id),
      tap: (one) => this.tap(one),
    });
  }

  poolHead(ids) {
    return html`<header class="line-head">
      <h2>${t("staff-pool")}</h2>
      <p>${ids.length ? t("staff-n-waiting", { n: ids.length }) : t("staff-pool-detail")}</p>
      ${waitOf(ids)}
    </header>`;
  }

  counterHead(counter) {
    return html`<header class="line-head">
      <button aria-haspopup="dialog" @click=${() => menu(counter)}>
        <h2>
          <span class="visually-hidden">${counterName(counter.id)}</span
          ><span aria-hidden="true" class="num">${pick(desk.counterPlan(counter.id).name)}</span>
        </h2>
        <p>
          ${this.counterWords(counter)} ${waitOf(counter.line)}
          ${counter.state === "open" ? breakMark(counter) : nothing}
        </p>
        ${icon("more")}
      </button>
    </header>`;
  }

  counterWords({ state, staff, until, visit }) {
    if (state === "closed") return t("counter-closed");
    if (state === "break")
      return until ? t("staff-back-at", { time: clock(until) }) : t("counter-break");
    return visit ? (staff?.name ?? "") : t("staff-free", { name: staff?.name ?? "" });
  }

  held() {
    const { held } = desk.floor;
    if (!held.length) return nothing;
    return html`<section class="kept" aria-label=${t("staff-held")}>
      <h2>${icon("pause")} ${t("staff-held")}</h2>
      <ol>
        ${repeat(
          held,
          (id) => id,
          (id) => html`<li>${this.card(id)}</li>`,
        )}
      </ol>
    </section>`;
  }

  /** Those who left a moment ago, each with its way back. */
  lately() {
    const shown = desk.undoable?.id;
    const back = desk.floor.recent.filter(
      (visit) => visit.id !== shown && visit.allowed_actions.includes("undo") && isStillTime(visit),
    );
    if (!back.length) return html`<p class="hint">${t("staff-floor-hint")}</p>`;
    return html`<section class="lately" aria-label=${t("staff-lately")}>
      <h2>${t("staff-lately")}</h2>
      ${repeat(
        back.slice(0, LATELY_SHOWN),
        (visit) => visit.id,
        (visit) =>
          html`<button
            class="chip"
            aria-disabled=${desk.busy}
            @click=${() => desk.busy || desk.undo(visit)}
          >
            ${icon("undo")} <b class="num">${visit.ticket}</b>
            <span>${t(`ended-${visit.ended_as}`)}</span>
          </button>`,
      )}
    </section>`;
  }
}
customElements.define("staff-floor-board", StaffFloorBoard);

/** The news of a quiet floor may be older than the time for undoing; absent ones have far longer. */
const isStillTime = ({ ended_as: how, ended_reason: reason, ended_at: at }) =>
  how === "no_show" ||
  reason === "hold_expired" ||
  millis(at) + desk.about.times.undo_s * 1000 > serverNow();

/** How long the last of a line still waits. */
function waitOf(ids) {
  const last = ids.length ? desk.visit(ids[ids.length - 1])?.forecast : null;
  if (!last || isTooLate(last)) return nothing;
  return html`<small class="line-wait"
    >${t("staff-line-wait", { range: waitRange(last.low_s, last.high_s) })}</small
  >`;
}

/** In an overview: nobody there, and nobody in its line. */
const isFolded = ({ state, line, visit }) => state === "closed" && !line.length && !visit;

/** The lines all of these may be moved to. */
const linesFor = (visits) =>
  [POOL, ...desk.floor.counters.map(({ id }) => id)].filter((line) => mayMove(visits, line));

/** Only what would be a move at all is offered; whether it may be done the server says. */
function mayMove(visits, line) {
  const coming = toMove(visits, line);
  return coming.length > 0 && coming.every((visit) => mayCome(visit, line));
}

/** Whoever stands there already stays. */
const toMove = (visits, line) => visits.filter(({ counter }) => (counter ?? POOL) !== line);

function mayCome(visit, line) {
  if (!visit.allowed_actions.includes("move")) return false;
  if (line === POOL) return true;
  const counter = desk.floor.counters.find(({ id }) => id === line);
  return counter.state === "open" && counter.services.includes(visit.service);
}

function toggle({ id, allowed_actions: allowed }) {
  if (!allowed.includes("move")) return;
  const chosen = desk.together ?? [];
  const together = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  desk.set(together.length ? { together } : { together: null, selected: null });
}

/** Several at once: all of them or, when one cannot be, none; then they stay chosen. */
async function move(visits, line) {
  preview.look(null);
  const to = line || null;
  const [one, ...more] = toMove(visits, line);
  if (!one) return;
  if (!more.length) {
    await desk.act("move", `/visits/${one.id}/move`, { to });
  } else {
    const moves = [one, ...more].map(({ id }) => ({ visit: id, to }));
    if (!(await desk.act("move", "/balance", { moves }))) return;
    const text = t("staff-moved-together", { n: moves.length, counter: counterName(to) });
    desk.set({ said: { tone: "good", text } });
  }
  desk.set({ selected: null, together: null });
}

async function menu(counter) {
  const chosen = await ask({
    title: counterName(counter.id),
    explain: counter.services.map((id) => pick(desk.servicePlan(id).name)).join(" · "),
    choices: counterActions(counter).map(({ icon: picture, label, run }) => ({
      icon: picture,
      label,
      value: run,
    })),
  });
  await chosen?.();
}
