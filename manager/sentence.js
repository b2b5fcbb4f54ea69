/**
 * "How is it going?", answered in one sentence made from figures.
 *
 * The verdict goes by two shares, each with at least FEW people behind it: who was called within
 * the target, and whose quote was kept.
 */
import { t } from "ui/words.js";

const FEW = 5;
const GOOD = 0.9;
const FAIR = 0.75;

/** @typedef {"empty" | "early" | "well" | "mixed" | "slow"} Mood */

/** @param {any} total @returns {Mood} */
export function moodOf(total) {
  if (total.legs === 0) return "empty";
  if (total.waiting.n < FEW) return "early";
  const worst = Math.min(total.within_target.share, keptShare(total));
  if (worst >= GOOD) return "well";
  return worst >= FAIR ? "mixed" : "slow";
}

/** @param {any} total */
const keptShare = ({ quotes_kept: kept }) => (kept.of < FEW ? 1 : kept.share);

/**
 * @param {any} total
 * @param {{ live: boolean, oneDay: boolean }} when
 */
export function sentence(total, { live, oneDay }) {
  const mood = moodOf(total);
  if (mood === "empty") {
    const today = oneDay ? "today" : "lately";
    return t("manager-empty", { time: live ? today : oneDay ? "day" : "past" });
  }
  const time = live ? "today" : "past";
  const facts = [t("manager-visits", { n: total.arrived, time }), ...called(total), ...kept(total)];
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

/** Rounded up, so that "within 6 minutes" is true. @param {number} seconds */
export const wholeMinutes = (seconds) => Math.max(1, Math.ceil(seconds / 60));

/** Rounded down: "95 %" must not be told when it was less. @param {{ share: number | null }} of */
export const percent = ({ share }) => (share === null ? null : Math.floor(share * 100 + 1e-9));
