/**
 * `<manager-people>`: what came of being served: outcomes, who resolved what alone, what was passed
 * on or taken over, what customers said, what was sold. It counts work, not worth.
 */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { inMinutes, nOf, nOfShare, number } from "./figures.js";
import { ReportCard, fact } from "./report_card.js";
import { shareBar } from "./share_bar.js";
import { byTable } from "./tables.js";

class ManagerPeople extends ReportCard {
  get paths() {
    return ["staff", "service"].map((by) => this.report("staff", { by }));
  }

  render() {
    if (!this.figures?.[0].total.volume) return nothing;
    const [staff, service] = this.figures;
    return this.card(
      "people",
      t("manager-served-how"),
      t("manager-n", { n: staff.total.volume }),
      html`${facts(staff.total)}
        <div class="halves">
          <div>
            <h3>${t("manager-outcomes")}</h3>
            ${counts(staff.total.outcomes, (id) => t(`outcome-${id}`))}
          </div>
          <div>
            <h3>${t("manager-feedback")}</h3>
            ${feedback(staff.total.feedback)}
          </div>
        </div>
        <div class="tables" tabindex="0" role="group" aria-label=${t("manager-served-how")}>
          ${[staff, service].map((report) => this.table(report))}
        </div>`,
      this.report("staff", { by: "staff" }),
    );
  }

  /** @param {any} report */
  table(report) {
    const caption = html`<caption>
      ${t("manager-served-by", { by: report.by })}
    </caption>`;
    return byTable(report, this.about, caption, COLUMNS);
  }
}
customElements.define("manager-people", ManagerPeople);

/** @type {import("./tables.js").Columns} */
const COLUMNS = [
  ["manager-served", ({ volume }) => volume],
  ["manager-half", ({ service }) => inMinutes(service.p50_s)],
  ["manager-resolved", ({ resolution }) => nOfShare(resolution)],
  ["manager-first-person", ({ first_person: first }) => nOfShare(first)],
  ["manager-escalated", ({ escalations }) => nOf(escalations)],
  ["manager-passed-on", ({ passed_on: passed }) => passed],
  ["manager-score", ({ feedback: { mean, n } }) => score(mean, n)],
  ["manager-sales", ({ sales }) => sold(sales)],
];

/** @param {number | null} mean @param {number} n */
const score = (mean, n) => (mean === null ? "–" : t("manager-score-of", { mean: number(mean), n }));

/** @param {{ n: number, sum: number }} sales */
const sold = ({ n, sum }) => (n === 0 ? "–" : `${number(sum)} (${t("manager-n", { n })})`);

/** @param {any} total */
const facts = (total) =>
  html`<dl class="facts across">
    ${fact("manager-resolved", nOfShare(total.resolution))}
    ${fact("manager-first-person", nOfShare(total.first_person))}
    ${fact("manager-escalated", nOfShare(total.escalations))}
    ${fact("manager-passed-on", total.passed_on)}
    ${total.sales.n ? fact("manager-sales", sold(total.sales)) : nothing}
  </dl>`;

/** @param {any} given */
function feedback({ n, of, mean, scores }) {
  if (n === 0) return html`<p class="note">${t("manager-feedback-none", { of })}</p>`;
  return html`<p class="note">${t("manager-feedback-said", { n, of, mean: number(mean) })}</p>
    ${counts(scores, (stars) => t("manager-stars", { stars: Number(stars) }))}`;
}

/** @param {Record<string, number>} counted @param {(id: string) => string} name */
function counts(counted, name) {
  const all = Object.values(counted).reduce((sum, n) => sum + n, 0);
  if (all === 0) return html`<p class="note">${t("manager-outcomes-none")}</p>`;
  return html`<ul class="shares">
    ${Object.entries(counted)
      .filter(([, n]) => n > 0)
      .map(([id, n]) => shareBar(name(id), n / all, nOf({ n, of: all })))}
  </ul>`;
}
