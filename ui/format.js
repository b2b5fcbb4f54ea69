/** Times and durations as people say them, in the store's time zone. */
import { millis, serverNow } from "./time.js";
import { has, locale, pick, t } from "./words.js";

const COUNTER_NUMBER_LONGEST = 3;
const OVER_AN_HOUR_MIN = 60;
/** From so many minutes on a likely wait is said in steps of five. */
const EXACT_MIN = 10;

let timeZone = "UTC";

/**
 * A reason the store knows is told in the language of the reader; a written one as it was written.
 * @param {string} reason
 */
export const paperReason = (reason) =>
  has(`paper-reason-${reason}`) ? t(`paper-reason-${reason}`) : reason;

/**
 * What the customer can do about it, where more than bringing the paper helps.
 * @param {string} reason
 */
export const paperMend = (reason) => (has(`paper-mend-${reason}`) ? t(`paper-mend-${reason}`) : "");

/** @param {string} zone */
export function setTimeZone(zone) {
  timeZone = zone;
}

/**
 * "14:35"
 * @param {string | number | null} time null where there is no such time, and nothing is said
 */
export const clock = (time) =>
  time === null ? "" : as(time, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/**
 * "Saturday"
 * @param {string | number} time
 * @param {string} [lang]
 */
export const weekday = (time, lang) => as(time, { weekday: "long" }, lang);

/**
 * "21 November"
 * @param {string | number} time
 */
export const day = (time) => as(time, { day: "numeric", month: "long" });

/**
 * "2026-11-21", the day in the store
 * @param {string | number} time
 */
export const dateOf = (time) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(millis(time));

/**
 * "2026-11-21T17:30", as the clock on the store's wall shows it and a `datetime-local` field wants it
 * @param {string | number} time
 */
export const wallOf = (time) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(millis(time))
    .replace(" ", "T");

/**
 * The moment at which the clock on the store's wall shows that, wherever this page is.
 * @param {string} wall "2026-11-21T17:30"
 */
export function momentOf(wall) {
  const shown = Date.parse(`${wall}Z`);
  const ahead = (/** @type {number} */ time) =>
    Date.parse(`${wallOf(time)}Z`) - Math.floor(time / 60_000) * 60_000;
  return shown - ahead(shown - ahead(shown));
}

/**
 * The same time by the clock on the wall, so many days later: a day may have 23 or 25 hours.
 * @param {string | number} time
 * @param {number} days
 */
export function daysLater(time, days) {
  const [date, clock] = wallOf(time).split("T");
  const later = Date.parse(`${date}T00:00Z`) + days * 86_400_000;
  return momentOf(`${new Date(later).toISOString().slice(0, 10)}T${clock}`);
}

/**
 * @param {string | number} time
 * @param {Intl.DateTimeFormatOptions} options
 * @param {string} [lang]
 */
function as(time, options, lang) {
  return new Intl.DateTimeFormat(locale(lang), { timeZone, ...options }).format(millis(time));
}

/**
 * "10–15 min": the lower bound rounded down and the upper one up, so that the range holds what it says.
 * @param {number} low_s
 * @param {number} high_s
 */
export function waitRange(low_s, high_s) {
  const low = Math.floor(low_s / 60);
  const high = Math.max(1, Math.ceil(high_s / 60));
  if (high >= 120) return t("ui-wait-hours", { low: hours(low), high: hours(high) });
  if (high === 1) return t("ui-wait-none");
  if (low === 0) return t("ui-wait-upto", { high });
  if (low === high) return t("ui-wait-about", { high });
  return t("ui-wait-range", { low, high });
}

/**
 * "about 25 min": the one likely figure, in steps that a person means by "about".
 * @param {{ likely_s: number }} wait
 * @param {typeof t} [say]
 */
export function likelyWait({ likely_s }, say = t) {
  const exact = Math.round(likely_s / 60);
  if (exact > OVER_AN_HOUR_MIN) return say("ui-wait-over-hour");
  if (exact <= 1) return say("ui-wait-none");
  return say("ui-wait-about", { high: exact < EXACT_MIN ? exact : 5 * Math.round(exact / 5) });
}

/**
 * "Counter 2" where the store's own name for it is only "2"; else that name.
 * @param {Record<string, string> | string | null | undefined} name
 */
export function counterName(name) {
  const own = pick(name);
  return own.length <= COUNTER_NUMBER_LONGEST ? t("counter-number", { counter: own }) : own;
}

/** @param {number} minutes */
function hours(minutes) {
  const style = { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale(), style).format(Math.round(minutes / 30) / 2);
}

/**
 * "8 min"
 * @param {number} seconds
 */
export const minutes = (seconds) => t("ui-minutes", { minutes: Math.round(seconds / 60) });

/**
 * Seconds since a moment, never negative; none since what has not been yet.
 * @param {string | number | null} time
 */
export const secondsSince = (time) =>
  time === null ? 0 : Math.max(0, (serverNow() - millis(time)) / 1000);

/**
 * "8 min" since a moment
 * @param {string | number | null} time
 */
export const since = (time) => t("ui-minutes", { minutes: Math.floor(secondsSince(time) / 60) });
