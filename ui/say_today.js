/** What staff can say is different today; a tablet and the manager's page ask for the same. */
import { clock } from "./format.js";
import { millis, serverNow } from "./time.js";
import { t } from "./words.js";

export const KINDS = ["closes_at", "service", "running_late", "message"];
export const REASONS = ["short_staffed", "system_down", "many_people", "emergency", "other"];

const STEP_MS = 30 * 60_000;
const TIMES_MOST = 10;

/**
 * Now, or one of the next half hours before the usual closing.
 * @param {string | null} closesAt
 */
export function timesToSay(closesAt) {
  const now = serverNow();
  const first = Math.ceil((now + 1) / STEP_MS) * STEP_MS;
  const usual = closesAt ? millis(closesAt) : Infinity;
  const later = Array.from({ length: TIMES_MOST }, (_, n) => first + n * STEP_MS);
  const at = (/** @type {number} */ moment, /** @type {string} */ label) => ({
    value: new Date(moment).toISOString(),
    label,
  });
  return [
    at(now, t("say-today-now")),
    ...later
      .filter((moment) => moment < usual)
      .map((moment) => at(moment, t("say-today-at", { time: clock(moment) }))),
  ];
}
