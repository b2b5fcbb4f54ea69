/** All figures of the range, by whatever one wants to know, and the files to take away. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { download } from "./report_card.js";
import { wholeTable } from "./tables.js";

const BYS = ["service", "counter", "staff", "hour", "weekday", "day", "week"];

/**
 * @param {any} report none while it is on the way
 * @param {import("ui/views.js").StoreView} about
 * @param {string} query
 * @param {(by: string) => void} choose
 * @param {string} chosen
 */
export function breakdown(report, about, query, choose, chosen) {
  return html`<section class="breakdown" aria-labelledby="all-figures">
    <header>
      <h2 id="all-figures">${t("manager-all-figures")}</h2>
      <fieldset class="picker no-print">
        <legend class="visually-hidden">${t("manager-by-what")}</legend>
        ${BYS.map(
          (by) =>
            html`<label class="choice">
              <input
                type="radio"
                name="by"
                class="visually-hidden"
                value=${by}
                .checked=${by === chosen}
                @change=${() => choose(by)}
              />
              <span>${t("manager-by", { by })}</span>
            </label>`,
        )}
      </fieldset>
      <nav class="downloads no-print" aria-label=${t("manager-downloads")}>
        ${download(`/reports/waits?${query}&format=csv`, "manager-csv")}
        ${download(`/reports/waits?${query}&format=xlsx`, "manager-xlsx")}
        ${download(`/export/visits.csv?${query}`, "manager-visits-csv")}
      </nav>
    </header>
    ${
      report
        ? html`<div
            class="card scroll"
            tabindex="0"
            role="region"
            aria-label=${t("manager-table-of", { by: chosen })}
          >
            ${wholeTable(report, about)}
          </div>`
        : nothing
    }
  </section>`;
}
