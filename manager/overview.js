/** The sentence, what needs somebody, and the few pictures that prove the sentence. */
import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { arrivalBars, doorway, waitingBars } from "./bars.js";
import { nOf, number } from "./figures.js";
import { datesOf, dayAndMonth, hoursOf } from "./ranges.js";
import { shareBar } from "./share_bar.js";
import { moodOf, percent, sentence } from "./sentence.js";
import { arrivalTable, caveats, waitingTable } from "./tables.js";

/** @typedef {import("./alerts.js").Alert} Alert */
/** @typedef {import("./bars.js").Size} Size */
/** @typedef {{ range: import("./ranges.js").Range, live: boolean, oneDay: boolean,
 *   floor: import("ui/views.js").FloorView | null, alerts: Alert[], waiting?: import("./sentence.js").Waiting, target: number }} When */

/** @param {Record<string, any>} reports @param {import("ui/views.js").StoreView} about @param {When} when */
export function overview(reports, about, when) {
  const { over, service } = reports;
  return html`${answer(over.total, when)} ${needed(when, about)}
  ${
    over.total.legs === 0
      ? nothing
      : html`<div class="proof">
          <div>${waitingChart(over, about)} ${arrivalChart(over, about)}</div>
          <div>${quotesKept(service, about)} ${ends(over.total)}</div>
        </div>`
  }`;
}

/** @param {any} total @param {When} when */
function answer(total, when) {
  const { within_target: within } = total;
  const share = percent(within);
  return html`<section class="answer ${moodOf(total, when.waiting)}">
    <div>
      <p class="when">
        ${datesOf(when.range)}${when.live ? html` <b class="live">${t("manager-live")}</b>` : nothing}
      </p>
      <h1>${sentence(total, when)}</h1>
    </div>
    ${
      share === null
        ? nothing
        : html`<div class="door">
            ${doorway(within.share)}
            <p>
              <b class="num">${t("manager-percent", { percent: share })}</b>
              ${t("manager-door", { n: within.n, of: within.of, minutes: when.target })}
            </p>
          </div>`
    }
  </section>`;
}

/** @param {When} when @param {import("ui/views.js").StoreView} about */
function needed({ alerts, live, floor }, about) {
  if (alerts.length === 0 && !live) return nothing;
  return html`<div class="now no-print">
    <section class="alerts" aria-label=${t("manager-alerts")}>
      ${
        alerts.length === 0
          ? html`<p class="calm">${icon("check")} ${t("manager-no-alerts")}</p>`
          : html`<ul>
              ${repeat(
                alerts,
                ({ id }) => id,
                ({ icon: picture, pressing, text }) =>
                  html`<li class=${pressing ? "pressing" : ""}>
                    ${icon(picture)} <span>${text}</span>
                  </li>`,
              )}
            </ul>`
      }
    </section>
    ${live ? html`<manager-today .about=${about} .floor=${floor}></manager-today>` : nothing}
  </div>`;
}

/** @param {any} report @param {import("ui/views.js").StoreView} about */
function waitingChart(report, about) {
  const target = about.times.target_wait_minutes;
  const bars = barsOf(report, about, (row) => row.waiting.n);
  return html`<manager-chart
    class="waiting"
    .heading=${t("manager-waiting", { by: report.by })}
    .note=${html`<span class="key half">${t("manager-key-half")}</span>
      <span class="key nine">${t("manager-key-nine")}</span>
      <span class="key target">${t("manager-target", { minutes: target })}</span>
      <span>${t("manager-n", { n: report.total.waiting.n })}</span>`}
    .table=${waitingTable(report, about)}
    .draw=${(/** @type {Size} */ size) => waitingBars(size, bars, target)}
  ></manager-chart>`;
}

/** @param {any} report @param {import("ui/views.js").StoreView} about */
function arrivalChart(report, about) {
  const bars = barsOf(report, about, (row) => row.arrived);
  return html`<manager-chart
    class="arrivals"
    .heading=${t("manager-arrivals-by", { by: report.by })}
    .note=${t("manager-n", { n: report.total.arrived })}
    .table=${arrivalTable(report, about)}
    .draw=${(/** @type {Size} */ size) => arrivalBars(size, bars)}
  ></manager-chart>`;
}

/**
 * One bar an hour or a day.
 * @param {any} report
 * @param {import("ui/views.js").StoreView} about
 * @param {(row: any) => number} count
 */
function barsOf({ items, by, from, day_starts }, about, count) {
  const known = new Map(items.map((/** @type {any} */ row) => [row.key, row]));
  const keys =
    by === "hour" ? hoursOf([...known.keys()], about.hours, from, day_starts) : known.keys();
  return [...keys].map((key) => {
    const row = known.get(key);
    const called = row && row.waiting.n > 0;
    return {
      key,
      label: by === "hour" ? key.slice(0, 2) : dayAndMonth(key),
      n: row ? count(row) : 0,
      low: called ? row.waiting.p50_s / 60 : null,
      high: called ? row.waiting.p90_s / 60 : null,
    };
  });
}

/** @param {any} report by service @param {import("ui/views.js").StoreView} about */
function quotesKept({ items, total }, about) {
  const kept = total.quotes_kept;
  return html`<section class="card quotes">
    <h2>${t("manager-quotes-kept")}</h2>
    ${
      kept.of === 0
        ? html`<p class="note">${t("manager-no-quotes")}</p>`
        : html`<p class="big num">${nOf(kept)}</p>
            <ul class="shares">
              ${items
                .filter((/** @type {any} */ row) => row.quotes_kept.of > 0)
                .map((/** @type {any} */ row) =>
                  shareBar(serviceName(row, about), row.quotes_kept.share, nOf(row.quotes_kept)),
                )}
            </ul>
            <p class="note">${lateness(kept)}</p>`
    }
  </section>`;
}

/** @param {any} row @param {import("ui/views.js").StoreView} about */
const serviceName = ({ key, label }, about) =>
  pick(about.services.find((/** @type {any} */ one) => one.id === key)?.name) || label;

/** @param {any} kept */
const lateness = ({ n, of, mean_late_min: minutes }) =>
  minutes === null
    ? t("manager-all-kept")
    : t("manager-late-by", { n: of - n, minutes: number(minutes) });

/** @param {any} total */
function ends(total) {
  const reasons = Object.entries(total.ended).filter(([, n]) => n > 0);
  const all = reasons.reduce((sum, [, n]) => sum + n, 0);
  return html`<section class="card ends">
    <h2>${t("manager-ends")}</h2>
    ${
      all === 0
        ? html`<p class="note">${t("manager-no-ends")}</p>`
        : html`<ul class="shares">
              ${reasons.map(([reason, n]) => shareBar(t(`ended-${reason}`), n / all, String(n), reason))}
            </ul>
            <p class="note">
              ${t("manager-n", { n: all })}${total.still_here ? ` · ${t("manager-here-now", { n: total.still_here })}` : ""}
            </p>`
    }
    ${caveats(total)}
  </section>`;
}

/** The page's shape, while its figures are on the way. */
export const placeholder = () =>
  html`<div class="shape" role="status">
    <span class="visually-hidden">${t("ui-loading")}</span>
    <i></i><i></i><i></i><i></i><i></i>
  </div>`;
