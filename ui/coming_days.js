/** The next days the store opens, and when it has been quiet then: for who comes another day. */
import { html, nothing } from "./element.js";
import { clock, day, waitRange, weekday } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @typedef {{ date: string, open: { opens: string, closes: string }[], all_day: boolean,
 *   quiet: { from: string, to: string, wait_s: number, n: number } | null }} ComingDay */

/** @param {ComingDay[]} days */
export function comingDays(days) {
  if (!days.length) return nothing;
  return html`
    <section class="coming">
      <h2>${t("coming-title")}</h2>
      ${days.map(
        (one) => html`
          <p class="coming-row">
            <span class="coming-day">${weekday(one.open[0].opens)} ${day(one.open[0].opens)}</span>
            <span class="coming-hours num">${hours(one)}</span>
            ${one.quiet ? quiet(one.quiet) : nothing}
          </p>
        `,
      )}
      ${days.some((one) => one.quiet) ? nothing : html`<p class="coming-unknown">${t("coming-unknown")}</p>`}
    </section>
  `;
}

/** @param {ComingDay} one */
const hours = ({ all_day, open }) =>
  all_day
    ? t("coming-all-day")
    : open.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(", ");

/** @param {NonNullable<ComingDay["quiet"]>} quiet */
const quiet = ({ from, to, wait_s }) => html`
  <span class="coming-quiet">
    ${icon("clock")}
    ${t("coming-quiet", { from: clock(from), to: clock(to), wait: waitRange(wait_s, wait_s) })}
  </span>
`;
