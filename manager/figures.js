/** Figures as they are written: minutes with one decimal, shares with what they are a share of. */
import { direction, language, locale, pick, t } from "ui/words.js";
import { datesOf, shifted, shortDay, weekdayName } from "./ranges.js";
import { percent } from "./sentence.js";

/** @param {number} value */
export const number = (value) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);

/** @param {number | null} seconds */
export const inMinutes = (seconds) => (seconds === null ? "–" : number(seconds / 60));

/** "3 min", "5 hr", "11 days": in what people would count it. @param {number} minutes */
export function duration(minutes) {
  const [unit, value] =
    minutes < 120
      ? ["minute", minutes]
      : minutes < 2880
        ? ["hour", minutes / 60]
        : ["day", minutes / 1440];
  const style = {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: value < 10 ? 1 : 0,
  };
  return new Intl.NumberFormat(locale(), /** @type {any} */ (style)).format(value);
}

/** "38 of 40" @param {{ n: number, of: number }} share */
export const nOf = ({ n, of }) => (of === 0 ? "–" : t("manager-n-of", { n, of }));

/** "38 of 40 · 95 %" @param {{ n: number, of: number, share: number | null }} share */
export const nOfShare = (share) =>
  share.of === 0 ? "–" : `${nOf(share)} · ${t("manager-percent", { percent: percent(share) })}`;

/**
 * What a row of a report is about, in the words of the page's language.
 * @param {any} row
 * @param {string} by
 * @param {import("ui/views.js").StoreView} about
 */
export function rowName({ key, label }, by, about) {
  if (key === null) return t("manager-nobody", { by });
  if (by === "hour") return hourSpan(key);
  if (by === "day") return shortDay(key);
  if (by === "week") return datesOf({ name: "own", from: key, to: shifted(key, 7) });
  if (by === "weekday") return weekdayName(key);
  if (by === "service") return nameIn(about.services, key);
  return by === "counter" ? counterName(key, about) : label;
}

/** "Counter 2"; a counter with a name of its own is called that. @param {string} id @param {import("ui/views.js").StoreView} about */
export function counterName(id, about) {
  const name = nameIn(about.counters, id);
  return name.length <= 3 ? t("counter-number", { counter: name }) : name;
}

/** "09–10" @param {string} key */
function hourSpan(key) {
  const next = String((Number(key.slice(0, 2)) + 1) % 24).padStart(2, "0");
  const [first, last] = [key.slice(0, 2), next];
  return direction(language()) === "rtl" ? `\u2066${first}–${last}\u2069` : `${first}–${last}`;
}

/** @param {any[]} known @param {string} id */
const nameIn = (known, id) => pick(known.find((one) => one.id === id)?.name) || id;
