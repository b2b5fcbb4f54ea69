/** Which days to look at: a few named ranges, or one's own. */
import { html, nothing } from "ui/element.js";
import { t } from "ui/words.js";
import { dateField } from "./date_field.js";
import { RANGES, isDay, rangeOf, shifted } from "./ranges.js";

/**
 * @param {import("./ranges.js").Range} range
 * @param {string} today
 * @param {(range: import("./ranges.js").Range) => void} choose
 */
export function rangePicker(range, today, choose) {
  return html`<fieldset class="picker">
      <legend class="visually-hidden">${t("manager-range")}</legend>
      ${RANGES.map(
        (name) =>
          html`<label class="choice">
            <input
              type="radio"
              name="range"
              class="visually-hidden"
              value=${name}
              .checked=${range.name === name}
              @change=${() => choose(name === "own" ? { ...range, name } : rangeOf(name, today))}
            />
            <span>${t("manager-range-name", { name })}</span>
          </label>`,
      )}
    </fieldset>
    ${range.name === "own" ? ownDates(range, today, choose) : nothing}`;
}

/**
 * People name the last day they mean, not the first they do not.
 * @param {import("./ranges.js").Range} range
 * @param {string} today
 * @param {(range: import("./ranges.js").Range) => void} choose
 */
function ownDates(range, today, choose) {
  const last = shifted(range.to, -1);
  /** @param {string} from @param {string} until */
  const take = (from, until) => {
    if (!isDay(from) || !isDay(until)) return;
    const [first, end] = from <= until ? [from, until] : [until, from];
    choose({ name: "own", from: first, to: shifted(end, 1) });
  };
  return html`<span class="own">
    ${dateField(t("manager-from"), range.from, today, (from) => take(from, last))}
    ${dateField(t("manager-last"), last, today, (until) => take(range.from, until))}
  </span>`;
}
