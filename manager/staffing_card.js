/** `<manager-staffing>`: how many counters are wanted, half hour by half hour, beside those there were. */
import { css, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { number } from "./figures.js";
import { isOneDay, shifted, weekdayName } from "./ranges.js";
import { ReportCard } from "./report_card.js";

const WEEKDAYS_FROM = 14;
/** So much fewer than wanted is more than a counter that opened late. */
const FEWER = 0.5;

class ManagerStaffing extends ReportCard {
  /** Weekdays differ, once there are enough of each. */
  get by() {
    return shifted(this.range.from, WEEKDAYS_FROM) <= this.range.to ? "weekday" : "hour";
  }

  get paths() {
    return isOneDay(this.range) ? [] : [this.report("staffing", { by: this.by })];
  }

  render() {
    const report = isOneDay(this.range) ? null : this.figures?.[0];
    if (!report?.items.length) return nothing;
    const { total } = report;
    return this.card(
      "staffing",
      t("manager-staffing"),
      t("manager-staffing-note", { minutes: this.about.times.target_wait_minutes }),
      total.wanted === null
        ? html`<p class="little">
            ${icon("info")}
            ${t("manager-staffing-little", { days: total.days, services: total.services })}
          </p>`
        : html`<p class="said">${said(report)}</p>
            ${grid(report)}
            <p class="note legend">
              <span>${t("manager-staffing-cell")}</span>
              <span class="fewer-key">${t("manager-staffing-fewer")}</span>
              <span
                >${t("manager-staffing-n", { days: total.days, services: total.services })}</span
              >
            </p>`,
      this.report("staffing", { by: this.by }),
    );
  }
}
customElements.define("manager-staffing", ManagerStaffing);

/** @param {any} report */
function said({ items, total, by }) {
  const busiest = items.reduce((/** @type {any} */ most, /** @type {any} */ row) =>
    (row.wanted ?? -1) > (most.wanted ?? -1) ? row : most,
  );
  const time =
    by === "hour" ? busiest.half_hour : `${weekdayName(dayOf(busiest))} ${busiest.half_hour}`;
  return t("manager-staffing-said", { n: total.wanted, time, had: number(busiest.had) });
}

/** @param {any} row "mon" of "mon 09:30" */
const dayOf = ({ key }) => key.split(" ")[0];

/** @param {any} report */
function grid({ items, by, total }) {
  const halves = [...new Set(items.filter(isUsed).map((/** @type {any} */ row) => row.half_hour))];
  const all = halvesBetween(items, halves);
  const groups = by === "hour" ? [""] : [...new Set(items.map(dayOf))];
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("manager-staffing")}>
    <table class="wanted">
      <caption class="visually-hidden">
        ${t("manager-staffing")}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${all.map((half) => html`<th scope="col" class=${half.endsWith("00") ? "" : "half"}>${half.endsWith("00") ? half : html`<span class="visually-hidden">${half}</span>`}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          (group) =>
            html`<tr>
              <th scope="row">${group ? weekdayName(group) : t("manager-staffing-days")}</th>
              ${all.map((half) => cell(find(items, group, half), total.wanted))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {any} row */
const isUsed = (row) => row.n > 0;

/** From the first half hour anybody came in to the last. @param {any[]} items @param {string[]} used */
function halvesBetween(items, used) {
  const known = [...new Set(items.map((row) => row.half_hour))];
  const places = used.map((half) => known.indexOf(half));
  return known.slice(Math.min(...places), Math.max(...places) + 1);
}

/** @param {any[]} items @param {string} group @param {string} half */
const find = (items, group, half) =>
  items.find((row) => row.key === (group ? `${group} ${half}` : half));

/** @param {any} row @param {number} most */
function cell(row, most) {
  if (!row || row.wanted === null) return html`<td class="num unknown">–</td>`;
  const fewer = row.had < row.wanted - FEWER;
  return html`<td
    class="num ${fewer ? "fewer" : ""}"
    title=${t("manager-staffing-likely", { low: row.wanted_low, high: row.wanted_high, n: row.n, days: row.days })}
    ${css({ "--share": most ? row.wanted / most : 0 })}
  >
    <b>${row.wanted}</b>
    <small>${number(row.had)}</small>
    ${fewer ? html`<span class="visually-hidden">${t("manager-staffing-fewer")}</span>` : nothing}
  </td>`;
}
