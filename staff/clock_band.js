// The clock of the machine that the store runs on is wrong: waits are right all the same, the time of day
// may not be. Quiet, because nobody at a counter can mend it, and gone when it is right again.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { locale, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";

const UNITS = /** @type {const} */ ([
  ["year", 365 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
]);

class StaffClockBand extends DeskElement {
  render() {
    const off_s = desk.floor?.clock_off_s ?? 0;
    return html`<div role="status">
      ${
        off_s === 0
          ? nothing
          : html`<p class="clock-band">
              ${icon("clock")}
              <span>${t("staff-clock-off", { much: spelt(Math.abs(off_s)) })}</span>
            </p>`
      }
    </div>`;
  }
}

/** @param {number} seconds "2 days", in the largest unit that there is one of */
function spelt(seconds) {
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? UNITS[3];
  /** @type {Intl.NumberFormatOptions} */
  const style = { style: "unit", unit, unitDisplay: "long" };
  return new Intl.NumberFormat(locale(), style).format(Math.max(1, Math.round(seconds / size)));
}

customElements.define("staff-clock-band", StaffClockBand);
