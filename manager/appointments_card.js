/** `<manager-appointments>`: who came at a time, and how long after it they were called. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { inMinutes, nOfShare } from "./figures.js";
import { ReportCard, download, fact } from "./report_card.js";
import { byTable } from "./tables.js";

class ManagerAppointments extends ReportCard {
  get paths() {
    return ["service", "hour"].map((by) => this.report("appointments", { by }));
  }

  render() {
    if (!this.figures?.[0].total.made) return nothing;
    const [service, hour] = this.figures;
    const { from, to } = this.range;
    return this.card(
      "appointments",
      t("manager-appointments"),
      html`${t("manager-n", { n: service.total.made })}
      ${download(`/export/appointments.csv?${new URLSearchParams({ from, to })}`, "manager-appointments-csv")}`,
      html`${facts(service.total)}
        <div class="halves">${this.table(service)} ${this.table(hour)}</div>`,
      this.report("appointments", { by: "service" }),
    );
  }

  /** @param {any} report */
  table(report) {
    const caption = html`<caption>
      ${t("manager-appointments-by", { by: report.by })}
    </caption>`;
    return byTable(report, this.about, caption, COLUMNS);
  }
}
customElements.define("manager-appointments", ManagerAppointments);

/** @type {import("./tables.js").Columns} */
const COLUMNS = [
  ["manager-appointments-booked", ({ booked }) => booked],
  ["manager-appointments-came", ({ came }) => nOfShare(came)],
  ["manager-called", ({ after_time: after }) => after.n],
  ["manager-half", ({ after_time: after }) => inMinutes(after.p50_s)],
  ["manager-nine", ({ after_time: after }) => inMinutes(after.p90_s)],
];

/** @param {any} total */
const facts = ({
  booked,
  cancelled,
  came,
  not_come: notCome,
  to_come: toCome,
  after_time: after,
}) =>
  html`<dl class="facts across">
    ${fact("manager-appointments-booked", booked, cancelled ? t("manager-appointments-cancelled", { n: cancelled }) : "")}
    ${fact("manager-appointments-came", nOfShare(came), howTheyCame(came))}
    ${fact("manager-appointments-not-come", nOfShare(notCome))}
    ${toCome ? fact("manager-appointments-to-come", toCome) : nothing}
    ${fact("manager-appointments-after", wait(after), after.n ? t("manager-n", { n: after.n }) : "")}
  </dl>`;

/** @param {any} came */
const howTheyCame = ({ n, early, in_time: inTime, late }) =>
  n ? t("manager-appointments-how", { early, inTime, late }) : "";

/** @param {any} after */
const wait = ({ n, p50_s: half, p90_s: nine }) =>
  n ? t("manager-appointments-wait", { half: inMinutes(half), nine: inMinutes(nine) }) : "–";
