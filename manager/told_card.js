/** `<manager-told>`: whether the wait was as it was told, how far off, why not, and what was offered. */
import { html, nothing } from "ui/element.js";
import { pick, t } from "ui/words.js";
import { keptBars } from "./bars.js";
import "./chart.js";
import { nOf, number } from "./figures.js";
import { dayAndMonth, isOneDay, shifted } from "./ranges.js";
import { ReportCard } from "./report_card.js";
import { shareBar } from "./share_bar.js";
import { toldTable } from "./tables.js";

const DAYS_MOST = 21;

class ManagerTold extends ReportCard {
  get by() {
    if (isOneDay(this.range)) return "hour";
    return shifted(this.range.from, DAYS_MOST) >= this.range.to ? "day" : "week";
  }

  get paths() {
    return [this.report("waits", { by: this.by })];
  }

  render() {
    const report = this.figures?.[0];
    if (!report?.total.quotes_kept.of) return nothing;
    const { total } = report;
    return html`<div class="pair">
      <manager-chart
        class="told"
        .heading=${t("manager-told-by", { by: report.by })}
        .note=${html`<span class="key target">${t("manager-told-goal")}</span>
          <span>${t("manager-n", { n: total.quotes_kept.of })}</span>`}
        .table=${toldTable(report, this.about)}
        .draw=${(/** @type {import("./bars.js").Size} */ size) => keptBars(size, bars(report))}
      ></manager-chart>
      <section class="card off">
        <h2>${t("manager-off-title")}</h2>
        <p class="note">${offBy(total.against_quote)}</p>
        ${offBars(total.against_quote)}
      </section>
      <section class="card why">
        <h2>${t("manager-why")}</h2>
        ${this.why(total)}
      </section>
    </div>`;
  }

  /** @param {any} total */
  why({ quotes_kept: kept, recovered }) {
    if (kept.n === kept.of) return html`<p class="note">${t("manager-all-kept")}</p>`;
    return html`${shares(kept.why, recovered.of, (reason) => t("manager-why-reason", { reason }))}
      <h3>${t("manager-recovered")}</h3>
      <p class="note">
        ${recovered.n ? t("manager-recovered-of", recovered) : t("manager-recovered-none")}
      </p>
      ${shares(recovered.offered, recovered.of, (id) => this.recovery(id))}`;
  }

  /** @param {string} id */
  recovery(id) {
    const known = this.about.recoveries.find((/** @type {any} */ one) => one.id === id);
    return known ? pick(known.name) : t("manager-recovery-other");
  }
}
customElements.define("manager-told", ManagerTold);

/** @param {any} report */
const bars = ({ items, by }) =>
  items
    .filter((/** @type {any} */ row) => row.quotes_kept.of > 0)
    .map((/** @type {any} */ row) => ({
      key: row.key,
      label: by === "hour" ? row.key.slice(0, 2) : dayAndMonth(row.key),
      n: row.quotes_kept.of,
      low: null,
      high: row.quotes_kept.share * 100,
    }));

/** @param {any} against */
function offBy({ n, earlier, within, later, off_mean_s: mean }) {
  const minutes = number(Math.abs(mean) / 60);
  const side = mean > 0 ? "later" : "earlier";
  return `${t("manager-off-range", { n, earlier, within, later })} ${t("manager-off-mean", { side, minutes })}`;
}

/** How many were called how much before or after the time told. @param {any} against */
const offBars = ({ n, minutes }) =>
  html`<ul class="shares off-bars">
    ${Object.entries(minutes).map(([bin, count]) =>
      shareBar(t("manager-off", { bin }), count / n, number(count), bin.split("_")[0]),
    )}
  </ul>`;

/** The largest first. @param {Record<string, number>} counts @param {number} of @param {(id: string) => string} name */
const shares = (counts, of, name) =>
  html`<ul class="shares">
    ${Object.entries(counts)
      .filter(([, n]) => n > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([id, n]) => shareBar(name(id), n / of, nOf({ n, of })))}
  </ul>`;
