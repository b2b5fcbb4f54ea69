/** `<manager-balance>`: what was suggested about the lines and what it saved; who was overtaken. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { nOfShare, number } from "./figures.js";
import { ReportCard, fact } from "./report_card.js";
import { figureTable } from "./tables.js";

class ManagerBalance extends ReportCard {
  get paths() {
    return [this.report("balance", { by: "service" })];
  }

  render() {
    const report = this.figures?.[0];
    if (!report) return nothing;
    const { total } = report;
    if (!total.overtakes.of && !total.suggestions.offered) return nothing;
    return this.card(
      "balance",
      t("manager-balance"),
      t("manager-n", { n: total.overtakes.of }),
      html`${facts(total)} ${needs(total.by_need)}`,
      this.report("balance", { by: "service" }),
    );
  }
}
customElements.define("manager-balance", ManagerBalance);

/** @param {any} total */
function facts({ suggestions, saved, moves, called_elsewhere: elsewhere, overtakes }) {
  const { offered, taken } = suggestions;
  const share = { n: taken, of: offered, share: offered ? taken / offered : null };
  return html`<dl class="facts across">
    ${fact("manager-suggested", nOfShare(share))}
    ${
      saved.n
        ? fact(
            "manager-suggested-saved",
            t("manager-minutes", { minutes: number(saved.really_min) }),
            t("manager-suggested-promised", { minutes: number(saved.promised_min), n: saved.n }),
          )
        : nothing
    }
    ${fact("manager-moves", moves)} ${fact("manager-elsewhere", nOfShare(elsewhere))}
    ${fact("manager-overtakes", overtakes.n, why(overtakes))}
  </dl>`;
}

/** @param {any} overtakes */
const why = ({ n, own_line: line, head_start: start, by_hand: hand, worst }) =>
  n ? t("manager-overtakes-why", { line, start, hand, worst }) : "";

/** @param {any[]} rows */
function needs(rows) {
  const overtaken = rows.filter(({ n }) => n > 0);
  if (!overtaken.length) return nothing;
  const caption = html`<caption>
    ${t("manager-overtakes-needs")}
  </caption>`;
  return html`<div
    class="tables"
    tabindex="0"
    role="group"
    aria-label=${t("manager-overtakes-needs")}
  >
    ${figureTable(caption, t("manager-need"), overtaken, ({ label }) => label, NEEDS)}
  </div>`;
}

/** @type {import("./tables.js").Columns} */
const NEEDS = [
  ["manager-overtakes", ({ n }) => n],
  ["manager-visits-n", ({ visits }) => visits],
  ["manager-overtakes-most", ({ worst }) => worst],
];
