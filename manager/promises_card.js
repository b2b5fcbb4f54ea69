/** `<manager-promises>`: what was promised for after visits: made, kept, late, and what is due next. */
import { html, nothing } from "ui/element.js";
import { clock, day, weekday } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { duration, nOf, nOfShare, rowName } from "./figures.js";
import { ReportCard, fact } from "./report_card.js";
import { figureTable } from "./tables.js";

const SHOWN = 3;

class ManagerPromises extends ReportCard {
  get paths() {
    return [
      this.report("promises", { by: "staff" }),
      this.report("promises", { by: "service" }),
      `/promises?state=late&limit=${SHOWN}`,
      `/promises?state=open&limit=${SHOWN}`,
    ];
  }

  render() {
    if (!this.figures) return nothing;
    const [staff, service, late, open] = this.figures;
    const due = [...late.items, ...open.items];
    if (!staff.total.made && !due.length) return nothing;
    return this.card(
      "promises",
      t("manager-promises"),
      t("manager-n", { n: staff.total.made }),
      html`${facts(staff.total)}
        <div class="thirds">${this.dueNext(due)} ${this.table(staff)} ${this.table(service)}</div>`,
      staff.total.made ? this.report("promises", { by: "staff" }) : undefined,
    );
  }

  /** @param {any[]} due */
  dueNext(due) {
    return html`<div>
      <h3>${t("manager-promise-due")}</h3>
      ${
        due.length
          ? html`<ol class="due-next">
              ${due.map((promise) => this.owed(promise))}
            </ol>`
          : html`<p class="note">${t("manager-promise-none-due")}</p>`
      }
    </div>`;
  }

  /** @param {any} promise */
  owed({ due, ticket, service, staff_name: who }) {
    const late = millis(due) < serverNow();
    const name = pick(this.about.services.find(({ id }) => id === service)?.name) || service;
    return html`<li class=${late ? "is-late" : ""}>
      ${icon(late ? "warning" : "clock")}
      <b>${t(late ? "manager-promise-is-late" : "manager-promise-by", { when: when(due) })}</b>
      <span><bdi class="num">${ticket}</bdi> · ${name}${who ? ` · ${who}` : ""}</span>
    </li>`;
  }

  /** @param {any} report */
  table({ items, by }) {
    if (!items.length) return nothing;
    const caption = html`<caption>
      ${t("manager-promise-by-what", { by })}
    </caption>`;
    const nameOf = (/** @type {any} */ row) =>
      row.key === null ? "–" : rowName(row, by, this.about);
    return figureTable(caption, t("manager-by", { by }), items, nameOf, COLUMNS);
  }
}
customElements.define("manager-promises", ManagerPromises);

/** @type {import("./tables.js").Columns} */
const COLUMNS = [
  ["manager-promise-made", ({ made }) => made],
  ["manager-promise-kept", ({ kept }) => nOfShare(kept)],
  ["manager-promise-late", ({ late }) => nOf(late)],
];

/** @param {any} total */
const facts = ({ made, kept, late, still_open: open }) =>
  html`<dl class="facts across">
    ${fact("manager-promise-made", made)} ${fact("manager-promise-kept", nOfShare(kept))}
    ${fact("manager-promise-late", nOf(late), late.n ? t("manager-promise-late-by", { time: duration(late.mean_late_min) }) : "")}
    ${fact("manager-promise-owed", late.still_owed)} ${fact("manager-promise-open", open)}
  </dl>`;

/** "16:00" today, else with its day. @param {string} moment */
function when(moment) {
  if (day(moment) === day(serverNow())) return clock(moment);
  const near = Math.abs(millis(moment) - serverNow()) < 6 * 86_400_000;
  return `${near ? weekday(moment) : day(moment)} ${clock(moment)}`;
}
