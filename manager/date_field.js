/**
 * A day to choose, written as people who speak the page's language write it. A browser's own date
 * field writes it as the machine is set up, which in a shop is often American.
 */
import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { shortDate } from "./ranges.js";

/**
 * @param {string} words
 * @param {string} value "2026-11-21", or "" while none is chosen
 * @param {string} max
 * @param {(day: string) => void} taken
 */
export const dateField = (words, value, max, taken) =>
  html`<span class="date">
    <label>
      ${words}
      <input
        type="date"
        class="visually-hidden"
        tabindex="-1"
        .value=${value}
        max=${max}
        @change=${(/** @type {any} */ event) => taken(event.target.value)}
      />
    </label>
    <button
      class="quiet small num"
      aria-label=${`${words}: ${value ? shortDate(value) : t("manager-no-date")}`}
      @click=${open}
    >
      ${icon("calendar")} ${value ? shortDate(value) : t("manager-no-date")}
    </button>
  </span>`;

/** @param {any} event */
function open({ currentTarget }) {
  const input = currentTarget.parentElement.querySelector("input");
  try {
    input.showPicker();
  } catch {
    // An older browser: its own field is what there is.
    input.classList.remove("visually-hidden");
    input.focus();
  }
}
