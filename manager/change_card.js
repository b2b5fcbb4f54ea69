/** `<manager-change>`: the four weeks before a day on which something changed, and those from it on. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { dateField } from "./date_field.js";
import { inMinutes, number } from "./figures.js";
import { datesOf, isDay, shifted } from "./ranges.js";
import { ReportCard } from "./report_card.js";
import { percent } from "./sentence.js";

const DAYS_EACH = 28;

/** @typedef {{ name: string, write: (value: number) => string, better: -1 | 0 | 1 }} Measure */

const asMinutes = (/** @type {number} */ seconds) => inMinutes(seconds);
const asPercent = (/** @type {number} */ share) => number(percent({ share }) ?? 0);

/** @type {Measure[]} */
const MEASURES = [
  { name: "arrived", write: number, better: 0 },
  { name: "waiting", write: asMinutes, better: -1 },
  { name: "within_target", write: asPercent, better: 1 },
  { name: "quotes_kept", write: asPercent, better: 1 },
  { name: "late", write: asMinutes, better: -1 },
  { name: "service", write: asMinutes, better: 0 },
];

class ManagerChange extends ReportCard {
  static properties = {
    ...ReportCard.properties,
    today: { attribute: false },
    day: { state: true },
  };

  constructor() {
    super();
    this.today = "";
    const asked = new URLSearchParams(location.search).get("change") ?? "";
    this.day = isDay(asked) ? asked : "";
  }

  get span() {
    const end = shifted(this.day, DAYS_EACH);
    const tomorrow = shifted(this.today, 1);
    return { from: shifted(this.day, -DAYS_EACH), to: end < tomorrow ? end : tomorrow };
  }

  get file() {
    return `/reports/change?${new URLSearchParams({ ...this.span, change: this.day, by: "service" })}`;
  }

  get paths() {
    return this.day && this.day <= this.today ? [this.file] : [];
  }

  /** @param {string} day */
  choose(day) {
    if (!isDay(day) || day > this.today) return;
    this.figures = null;
    this.day = day;
    const asked = new URLSearchParams(location.search);
    asked.set("change", day);
    history.replaceState(null, "", `?${asked}`);
  }

  render() {
    const report = this.day ? this.figures?.[0] : null;
    return this.card(
      "change",
      t("manager-change"),
      report ? this.dates() : nothing,
      html`<div class="change-day no-print">
          ${dateField(t("manager-change-when"), this.day, this.today, (day) => this.choose(day))}
          <p class="note">${t("manager-change-explain")}</p>
        </div>
        ${report ? table(report.total) : nothing}`,
      report ? this.file : undefined,
    );
  }

  dates() {
    const { from, to } = this.span;
    const before = datesOf({ name: "own", from, to: this.day });
    return t("manager-change-dates", {
      before,
      after: datesOf({ name: "own", from: this.day, to }),
    });
  }
}
customElements.define("manager-change", ManagerChange);

/** @param {any} total */
const table = (total) =>
  html`<div class="scroll" tabindex="0" role="group" aria-label=${t("manager-change")}>
    <table class="changes">
      <thead>
        <tr>
          <td></td>
          ${["before", "after", "difference", "verdict"].map((one) => html`<th scope="col">${t(`manager-change-${one}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${MEASURES.map((measure) => line(measure, total[measure.name]))}
      </tbody>
    </table>
  </div>`;

/** @param {Measure} measure @param {any} change */
const line = ({ name, write, better }, { before, after, difference }) =>
  html`<tr>
    <th scope="row">${t("manager-change-measure", { name })}</th>
    <td>${side(before, write)}</td>
    <td>${side(after, write)}</td>
    <td>${within(difference, write)}</td>
    <td class="verdict">${t("manager-change-said", { verdict: verdict(difference, better) })}</td>
  </tr>`;

/** @param {any} mean @param {(value: number) => string} write */
function side({ n, days, mean }, write) {
  if (mean === null) return "–";
  return html`<b class="num">${write(mean)}</b>
    <small class="num">${t("manager-change-n", { n, days })}</small>`;
}

/** "−2.1 (−3.9 to −0.3)" @param {any} difference @param {(value: number) => string} write */
function within({ mean, low, high }, write) {
  if (mean === null) return "–";
  // Isolated, or the sign changes sides in a line that runs from the right.
  const signed = (/** @type {number} */ value) =>
    `\u2066${value > 0 ? "+" : value < 0 ? "−" : ""}${write(Math.abs(value))}\u2069`;
  return html`<b class="num">${signed(mean)}</b>
    ${low === null ? nothing : html`<small class="num">${t("manager-change-range", { low: signed(low), high: signed(high) })}</small>`}`;
}

/** @param {any} difference @param {number} better the side that is good: more, or less */
function verdict({ mean, beyond_chance: beyond }, better) {
  if (mean === null || beyond === null) return "few";
  if (!beyond) return "chance";
  if (better === 0) return "other";
  return mean * better > 0 ? "better" : "worse";
}
