// What a move would do to everybody's wait, shown before it is done: while a ticket is dragged over a
// line, a line's button is pressed, or a suggestion is looked at. Nothing changes by looking.

import { api, problemText } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import { waitRange } from "ui/format.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { isTooLate } from "./near_closing.js";

const FRESH_MS = 3000;

/**
 * @typedef {{visit: string, ticket: string, from: string | null, to: string | null, before: any, after: any, breaks?: boolean}} Changed
 * @typedef {{items: Changed[], later: number, refusal: any}} Result
 */

class Preview extends EventTarget {
  /** The ids of those to be moved, joined. */ #visits = "";
  #seq = -1;
  #freshUntil = 0;
  /** @type {Map<string, Result>} by line */ #results = new Map();
  /** @type {Changed[]} */ shown = [];
  /** @type {string | null} */ line = null;

  /**
   * Asks what moving these visits to each of these lines would do; again when the floor has changed, but
   * not at every change of a busy one: each answer is the floor played ahead.
   * @param {{id: string, counter: string | null}[]} hand @param {string[]} lines
   */
  prepare(hand, lines) {
    const visits = hand.map(({ id }) => id).join(" ");
    const seq = desk.floor?.seq ?? -1;
    const known = seq === this.#seq || performance.now() < this.#freshUntil;
    if (visits === this.#visits && known) return;
    if (visits !== this.#visits) {
      this.#results.clear();
      this.shown = [];
    }
    this.#visits = visits;
    this.#seq = seq;
    this.#freshUntil = performance.now() + FRESH_MS;
    if (visits && !desk.offline) this.#askAll(hand, [...lines], seq);
    this.#changed();
  }

  /** One at a time, the line that is looked at first. */
  async #askAll(hand, lines, seq) {
    const visits = this.#visits;
    while (lines.length && visits === this.#visits && seq === this.#seq) {
      const at = Math.max(0, lines.indexOf(this.line ?? ""));
      await this.#ask(hand, lines.splice(at, 1)[0], visits);
    }
  }

  async #ask(hand, line, visits) {
    const to = line || null;
    const moves = hand
      .filter(({ counter }) => (counter ?? null) !== to)
      .map(({ id }) => ({ visit: id, to }));
    const answer = await api.post("/balance/preview", { moves });
    if (!answer.ok || visits !== this.#visits) return;
    this.#results.set(line, answer.body);
    if (this.line === line) this.look(line);
    this.#changed();
  }

  /** @param {string} line @returns {Result | undefined} */
  of(line) {
    return this.#results.get(line);
  }

  /** Everybody's wait as it would be with the move to this line. @param {string | null} line */
  look(line) {
    this.line = line;
    this.show((line !== null && this.of(line)?.items) || []);
  }

  /** @param {Changed[]} changed */
  show(changed) {
    this.shown = changed;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

export const preview = new Preview();

/** Draws itself anew when what would be changes, also under a moving finger. */
class PreviewElement extends DeskElement {
  connectedCallback() {
    // A card in the hand is a copy, with what was drawn in it.
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    preview.addEventListener("change", this.redraw);
  }

  disconnectedCallback() {
    preview.removeEventListener("change", this.redraw);
    super.disconnectedCallback();
  }
}

/** On a card: the wait still ahead, and what it would become. */
class StaffNewWait extends PreviewElement {
  static properties = { visit: { type: String, reflect: true } };

  constructor() {
    super();
    this.visit = "";
  }

  render() {
    const changed = preview.shown.find(({ visit }) => visit === this.visit);
    if (changed && (changed.breaks || isOther(changed))) return newWait(changed);
    const forecast = desk.visit(this.visit)?.forecast;
    if (!forecast || isTooLate(forecast)) return nothing;
    return html`<b>${waitRange(forecast.low_s, forecast.high_s)}</b>`;
  }
}
customElements.define("staff-new-wait", StaffNewWait);

/** What stays as it is needs no look. */
const isOther = ({ before, after }) => minutes(before) !== minutes(after);

const minutes = ({ likely_s }) => Math.round(likely_s / 60);

/** @param {Changed} changed */
export function newWait({ before, after, breaks }) {
  const [from, to] = [minutes(before), minutes(after)];
  const tone = breaks ? "breaks" : to < from ? "sooner" : to > from ? "later" : "";
  return html`<b class="new-wait ${tone}"
    >${to < from ? icon("down") : to > from ? icon("up") : nothing}
    ${t("staff-new-wait", { from, to })}</b
  >`;
}

/** In a line: what moving the chosen ticket there does, in one look. */
class StaffMoveEffect extends PreviewElement {
  static properties = { line: { type: String } };

  constructor() {
    super();
    this.line = "";
  }

  render() {
    const result = preview.of(this.line);
    if (!result) return nothing;
    if (result.refusal) return html`<small>${problemText(result.refusal)}</small>`;
    const own = longest(result.items);
    const broken = result.items.some(({ breaks }) => breaks);
    return html`${own ? newWait({ ...own, breaks: false }) : nothing}
      <small class=${broken ? "broken" : ""}>${effectWords(result)}</small>`;
  }
}
customElements.define("staff-move-effect", StaffMoveEffect);

/**
 * Of those moved, whoever would wait longest.
 * @param {Changed[]} items
 */
const longest = (items) =>
  items
    .filter(({ from, to }) => from !== to)
    .sort((one, other) => other.after.likely_s - one.after.likely_s)[0];

/** @param {Result} result */
function effectWords({ items, later }) {
  const broken = items.find(({ breaks }) => breaks);
  if (broken) return t("staff-move-breaks", { ticket: broken.ticket });
  return later ? t("balance-later", { n: later }) : t("balance-unchanged");
}
