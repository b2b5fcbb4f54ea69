/**
 * The stretches of time a manager looks at. Days are the store's business days as "2026-11-21";
 * `to` is the first day that no longer counts, `last` the last one that does.
 */
import { locale } from "ui/words.js";

export const RANGES = ["today", "yesterday", "week", "days7", "days30", "own"];
const MONDAY = 1;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** @typedef {{ name: string, from: string, to: string }} Range */

/** @param {string} day @param {number} days */
export function shifted(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * @param {string} name
 * @param {string} today
 * @returns {Range}
 */
export function rangeOf(name, today) {
  const tomorrow = shifted(today, 1);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 7 - MONDAY) % 7;
  /** @type {Record<string, [string, string]>} */
  const spans = {
    today: [today, tomorrow],
    yesterday: [shifted(today, -1), today],
    week: [shifted(today, -sinceMonday), tomorrow],
    days7: [shifted(today, -6), tomorrow],
    days30: [shifted(today, -29), tomorrow],
  };
  const [from, to] = spans[name] ?? spans.today;
  return { name: name in spans ? name : "today", from, to };
}

/**
 * The range named in the page's address, so that a view can be kept, shared and gone back to.
 * @param {string} search
 * @param {string} today
 * @returns {Range}
 */
export function rangeFrom(search, today) {
  const asked = new URLSearchParams(search);
  const from = asked.get("from") ?? "";
  const last = asked.get("last") ?? "";
  if (isDay(from) && isDay(last) && from <= last) {
    return { name: "own", from, to: shifted(last, 1) };
  }
  return rangeOf(asked.get("range") ?? "today", today);
}

/** @param {Range} range */
export function searchOf({ name, from, to }) {
  if (name === "today") return location.pathname;
  return name === "own" ? `?from=${from}&last=${shifted(to, -1)}` : `?range=${name}`;
}

/** @param {string} text */
export const isDay = (text) =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** @param {Range} range */
export const isOneDay = ({ from, to }) => shifted(from, 1) === to;

/** @param {Range} range @param {string} today */
export const isLive = ({ from, to }, today) => from <= today && today < to;

/** "Saturday, 21 November", or "1 – 7 November 2026". @param {Range} range */
export function datesOf({ from, to }) {
  const first = Date.parse(`${from}T00:00:00Z`);
  const last = Date.parse(`${shifted(to, -1)}T00:00:00Z`);
  if (first === last)
    return format({ weekday: "long", day: "numeric", month: "long" }).format(first);
  return format({ day: "numeric", month: "long", year: "numeric" }).formatRange(first, last);
}

/** "Sat 21 Nov" @param {string} day */
export const shortDay = (day) =>
  format({ weekday: "short", day: "numeric", month: "short" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** "21/11/2026", "21.11.2026": as it is written where the page's language is spoken. @param {string} day */
export const shortDate = (day) =>
  format({ day: "2-digit", month: "2-digit", year: "numeric" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** "21 Nov" @param {string} day */
export const dayAndMonth = (day) =>
  format({ day: "numeric", month: "short" }).format(Date.parse(`${day}T00:00:00Z`));

/** "Saturday" of "sat" @param {string} name */
export function weekdayName(name) {
  const aSunday = Date.UTC(2023, 11, 31);
  return format({ weekday: "long" }).format(aSunday + WEEKDAYS.indexOf(name) * 86_400_000);
}

/**
 * The hours of a day's picture: those the store is open and those with visits, without a gap.
 * @param {string[]} used hours such as "09:00"
 * @param {Record<string, string[][]>} opening by weekday
 * @param {string} day
 * @param {string} dayStarts
 */
export function hoursOf(used, opening, day, dayStarts) {
  const first = Number(dayStarts.slice(0, 2));
  const place = (/** @type {string} */ time) => (Number(time.slice(0, 2)) + 24 - first) % 24;
  const open = (opening[WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]] ?? []).flatMap(
    ([opens, closes]) => {
      const [from, last] = [place(opens), place(closes) - (closes.endsWith(":00") ? 1 : 0)];
      // Open while the business day turns over: it begins and ends with open hours.
      return from <= last ? [from, last] : [0, 23];
    },
  );
  const places = [...used.map(place), ...open].filter((hour) => hour >= 0);
  const start = Math.min(...places);
  const length = Math.max(...places) - start + 1;
  return Array.from(
    { length },
    (_, i) => `${String((start + i + first) % 24).padStart(2, "0")}:00`,
  );
}

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...options });
