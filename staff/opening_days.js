// When the store is open in the days to come, so that nothing is put on a day it is closed.

import { api } from "ui/api.js";
import { dateOf, daysLater } from "ui/format.js";
import { millis } from "ui/time.js";

const DAYS = 30;

/** Moments as the server tells them. @typedef {{ date: string, open: [string, string][] }} OpeningDay */

/**
 * From the day of a moment on.
 * @param {string | number} time
 * @returns {Promise<OpeningDay[]>} none where they cannot be known: the server still refuses
 */
export async function openingDays(time) {
  const { ok, body } = await api.get(`/hours?from=${dateOf(time)}&days=${DAYS}`);
  return ok ? body.items : [];
}

/** @param {OpeningDay[]} days @param {number} at */
export const isOpenAt = (days, at) =>
  days.length === 0 ||
  days.some(({ open }) => open.some(([from, to]) => millis(from) <= at && at < millis(to)));

/**
 * The same time by the wall, so many days later or on the first day after them that will do.
 * @param {string | number} time
 * @param {number} days
 * @param {(at: number) => boolean} willDo
 */
export function openDaysLater(time, days, willDo) {
  for (let later = days; later < DAYS; later++) {
    const at = daysLater(time, later);
    if (willDo(at)) return at;
  }
  return null;
}
