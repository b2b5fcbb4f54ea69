/** The figures as tables: small ones behind the charts, the whole of them by whatever is chosen. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { inMinutes, nOf, nOfShare, number, rowName } from "./figures.js";

/** @typedef {[string, (row: any) => any][]} Columns a heading's words, and the figure below it */

const other = (/** @type {any} */ row) =>
  Object.values(row.ended).reduce((sum, n) => sum + n, 0) - row.served;

/** @type {Columns} */
const WAITING = [
  ["manager-called", (row) => row.waiting.n],
  ["manager-half", (row) => inMinutes(row.waiting.p50_s)],
  ["manager-nine", (row) => inMinutes(row.waiting.p90_s)],
  ["manager-longest", (row) => inMinutes(row.waiting.max_s)],
];

/** @type {Columns} */
const ARRIVED = [["manager-arrived", (row) => row.arrived]];

/** @type {Record<string, Columns>} */
const GROUPS = {
  "manager-people": [
    ...ARRIVED,
    ["manager-served", (row) => row.served],
    ["manager-left", other],
    ["manager-still-here", (row) => row.still_here],
  ],
  "manager-waiting-min": WAITING,
  "manager-promised": [
    ["manager-within-target", (row) => nOfShare(row.within_target)],
    ["manager-quotes", (row) => nOf(row.quotes_kept)],
    ["manager-late", (row) => late(row.quotes_kept)],
  ],
  "manager-service-min": [
    ["manager-service-n", (row) => row.service.n],
    ["manager-half", (row) => inMinutes(row.service.p50_s)],
    ["manager-nine", (row) => inMinutes(row.service.p90_s)],
    ["manager-longest", (row) => inMinutes(row.service.max_s)],
  ],
};

/** @param {any} kept */
const late = ({ mean_late_min: minutes }) => (minutes === null ? "–" : number(minutes));

/** @param {any} report @param {import("ui/views.js").StoreView} about */
export const waitingTable = (report, about) => small(report, about, "manager-waiting-min", WAITING);

/** @param {any} report @param {import("ui/views.js").StoreView} about */
export const arrivalTable = (report, about) => small(report, about, "manager-arrivals", ARRIVED);

/** @type {Columns} */
const TOLD = [
  ["manager-quotes", (row) => nOfShare(row.quotes_kept)],
  ["manager-late", (row) => late(row.quotes_kept)],
];

/** @param {any} report @param {import("ui/views.js").StoreView} about */
export const toldTable = (report, about) => small(report, about, "manager-promised", TOLD);

/** @param {any} report @param {import("ui/views.js").StoreView} about @param {string} caption @param {Columns} columns */
const small = (report, about, caption, columns) =>
  byTable(
    report,
    about,
    html`<caption class="visually-hidden">
      ${t(caption)}
    </caption>`,
    columns,
  );

/**
 * A report's rows, by whatever it is by.
 * @param {any} report
 * @param {import("ui/views.js").StoreView} about
 * @param {any} caption
 * @param {Columns} columns
 */
export const byTable = ({ items, by }, about, caption, columns) =>
  figureTable(caption, t("manager-by", { by }), items, (row) => rowName(row, by, about), columns);

/**
 * @param {any} caption
 * @param {string} what the rows are
 * @param {any[]} rows
 * @param {(row: any) => string} nameOf
 * @param {Columns} columns
 */
export const figureTable = (caption, what, rows, nameOf, columns) =>
  html`<table>
    ${caption}
    <thead>
      <tr>
        <th scope="col">${what}</th>
        ${columns.map(([words]) => html`<th scope="col">${t(words)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${nameOf(row)}</th>
            ${columns.map(([, figure]) => html`<td class="num">${figure(row)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Every figure of a report, its rows and their total. @param {any} report @param {import("ui/views.js").StoreView} about */
export function wholeTable(report, about) {
  const groups = Object.entries(GROUPS);
  return html`<table class="whole">
    <caption class="visually-hidden">
      ${t("manager-table-of", { by: report.by })}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${groups.map(([words, columns]) => html`<th scope="colgroup" colspan=${columns.length}>${t(words)}</th>`)}
      </tr>
      <tr>
        <th scope="col">${t("manager-by", { by: report.by })}</th>
        ${groups.map(([, columns]) => columns.map(([words]) => html`<th scope="col">${t(words)}</th>`))}
      </tr>
    </thead>
    <tbody>
      ${report.items.map((/** @type {any} */ row) => line(row, rowName(row, report.by, about)))}
    </tbody>
    <tfoot>
      ${line(report.total, t("manager-total"))}
    </tfoot>
  </table>`;
}

/** @param {any} row @param {string} name */
const line = (row, name) =>
  html`<tr data-key=${row.key ?? ""}>
    <th scope="row">${name}</th>
    ${Object.values(GROUPS).map((columns) =>
      columns.map(
        ([, figure], place) => html`<td class=${place ? "num" : "num first"}>${figure(row)}</td>`,
      ),
    )}
  </tr>`;

/** What the figures leave out or cannot know, said beside them. @param {any} total */
export function caveats(total) {
  const told = [
    total.forgotten && t("manager-forgotten", { n: total.forgotten }),
    total.service.start_assumed &&
      t("manager-start-assumed", { n: total.service.start_assumed, of: total.service.n }),
    total.transferred_in && t("manager-transferred", { n: total.transferred_in }),
  ].filter(Boolean);
  return told.length ? html`<p class="note">${told.join(" ")}</p>` : nothing;
}
