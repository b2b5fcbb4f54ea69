/**
 * "How is it going?", answered in one sentence made from figures.
 *
 * The verdict goes by three shares, each with at least FEW people behind it: who was called within
 * the target, whose quote was kept, and who stayed until the call. Those who still wait beyond the
 * target, or beyond what they were told, count as much as those who were called too late.
 */
import { millis } from "ui/time.js";
import { t } from "ui/words.js";

const FEW = 5;
const GOOD = 0.9;
const FAIR = 0.75;
/** How visits end that were waited for and not served. */
const LEFT = ["no_show", "walkout", "end_of_day"];

/** @typedef {"empty" | "early" | "well" | "mixed" | "leaving" | "slow"} Mood */
/** Who waits now: how many, for longer than the target, and past what they were told.
 * @typedef {{ n: number, beyond_target: number, beyond_quote: number }} Waiting */

const NOBODY = { n: 0, beyond_target: 0, beyond_quote: 0 };

/**
 * @param {import("ui/views.js").FloorView} floor what the floor watch told
 * @param {number} target_min
 * @param {number} now
 * @returns {Waiting}
 */
export function waitingOn(floor, target_min, now) {
  const visits = /** @type {any[]} */ (Object.values(floor.visits)).filter(
    ({ state }) => state === "waiting",
  );
  const beyond = visits.filter((visit) => now - waitingSince(visit) > target_min * 60_000);
  const late = visits.filter(({ quote }) => quote?.call_by && millis(quote.call_by) < now);
  return { n: visits.length, beyond_target: beyond.length, beyond_quote: late.length };
}

/** A visit passed on waits anew, and is told anew. @param {any} visit */
export const waitingSince = (visit) =>
  millis((visit.legs > 1 && visit.quote?.quoted_at) || visit.arrived_at);

/** @param {any} total @param {Waiting} [waiting] @returns {Mood} */
export function moodOf(total, waiting = NOBODY) {
  if (total.legs === 0) return "empty";
  const within = { n: total.within_target.n, of: total.within_target.of + waiting.beyond_target };
  const kept = { n: total.quotes_kept.n, of: total.quotes_kept.of + waiting.beyond_quote };
  const { left, ended } = leftOf(total);
  const stayed = { n: ended - left, of: ended };
  const shares = [within, kept, stayed].map(({ n, of }) => (of < FEW ? null : n / of));
  if (shares.every((share) => share === null)) return "early";
  const [judgedWithin, judgedKept, judgedStayed] = shares.map((share) => share ?? 1);
  const worst = Math.min(judgedWithin, judgedKept, judgedStayed);
  if (worst >= GOOD) return "well";
  if (worst >= FAIR) return "mixed";
  return judgedStayed < Math.min(judgedWithin, judgedKept) ? "leaving" : "slow";
}

/** Who was waited for and not served, of all whose visit has ended. @param {any} total */
function leftOf({ ended }) {
  const count = (/** @type {string[]} */ reasons) =>
    reasons.reduce((sum, reason) => sum + (ended[reason] ?? 0), 0);
  return { left: count(LEFT), ended: count(Object.keys(ended)) };
}

/**
 * @param {any} total
 * @param {{ live: boolean, oneDay: boolean, waiting?: Waiting, target: number }} when
 */
export function sentence(total, { live, oneDay, waiting = NOBODY, target }) {
  const mood = moodOf(total, waiting);
  if (mood === "empty") {
    const today = oneDay ? "today" : "lately";
    return t("manager-empty", { time: live ? today : oneDay ? "day" : "past" });
  }
  const time = live ? "today" : "past";
  const facts = [
    t("manager-visits", { n: total.arrived, time }),
    ...called(total),
    ...kept(total),
    ...stillWaiting(waiting, target),
    ...gone(total),
  ];
  return t("manager-sentence", { mood, time, facts: facts.join(t("manager-and")) });
}

/** @param {any} total */
function called({ waiting }) {
  if (waiting.n === 0) return [];
  return [t("manager-half-within", { minutes: wholeMinutes(waiting.p50_s) })];
}

/** @param {any} total */
function kept({ quotes_kept: { n, of } }) {
  return of === 0 ? [] : [t("manager-kept", { n, of })];
}

/** @param {Waiting} waiting @param {number} target */
function stillWaiting({ n, beyond_target: late }, target) {
  if (n === 0) return [];
  return [t(late ? "manager-wait-late" : "manager-wait", { n, late, target })];
}

/** @param {any} total */
function gone(total) {
  const { left } = leftOf(total);
  return left === 0 ? [] : [t("manager-gone", { n: left })];
}

/** Rounded up, so that "within 6 minutes" is true. @param {number} seconds */
export const wholeMinutes = (seconds) => Math.max(1, Math.ceil(seconds / 60));

/** Rounded, except that 99.6 is not 100 and 0.4 not 0. @param {{ share: number | null }} of */
export function percent({ share }) {
  if (share === null) return null;
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return 99;
  return rounded === 0 && share > 0 ? 1 : rounded;
}
