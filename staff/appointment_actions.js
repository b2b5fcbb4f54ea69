// What can be done about an appointment: checked in, moved, cancelled with a reason, and taken back.

import { clock, day, momentOf, weekday } from "ui/format.js";
import { has, t } from "ui/words.js";
import { millis, serverNow } from "ui/time.js";
import { desk } from "./desk.js";
import { isOpenAt, openDaysLater, openingDays } from "./opening_days.js";
import { ask } from "./sheet.js";

const MINUTE_MS = 60_000;
const LATER_MINUTES = [15, 30, 60, 120];
const LATER_DAYS = [1, 7];
const REASONS = ["customer", "store", "twice"];
const OTHER_TIME = "other";

/**
 * What was done last, and what would take it back.
 * @typedef {{ text: string, visit?: string, back: { path: string, body: any } | null }} Done
 */

/**
 * Whoever comes too early would lose the head start: that is asked. Papers are looked at by people.
 * @param {any} one
 * @returns {Promise<Done | null>}
 */
export async function checkIn(one) {
  if (one.state === "due" && serverNow() < millis(one.opens_at) && !(await nowAllTheSame(one)))
    return null;
  const body = {
    service: one.service,
    appointment: one.id,
    needs: one.needs,
    channel: "tablet",
    choose: "wait",
    ...(one.language ? { language: one.language } : {}),
  };
  const answer = await desk.act("check_in", "/visits", body);
  if (!answer) return null;
  const { id, ticket } = answer.body;
  const text = t("staff-appointment-is-here", { ticket, who: whose(one) });
  return { text, visit: id, back: reopening(one) };
}

/** @param {any} one */
const nowAllTheSame = (one) =>
  ask({
    title: t("staff-appointment-early", { from: clock(one.opens_at) }),
    explain: t("staff-appointment-early-means"),
    choices: [
      { icon: "ticket", label: t("staff-appointment-in-turn"), value: true },
      { icon: "hourglass", label: t("staff-appointment-not-yet"), value: false },
    ],
  });

/** @param {any} one @returns {Promise<Done | null>} */
export async function move(one) {
  const at = await newTime(one);
  if (!at) return null;
  const path = `/appointments/${one.id}/move`;
  const body = { at: new Date(at).toISOString(), was: one.at };
  const answer = await desk.act("move_appointment", path, body);
  if (!answer) return null;
  const text = t("staff-appointment-moved", { who: whose(one), when: whenIs(at) });
  const wasToCome = millis(one.at) > serverNow();
  return { text, back: wasToCome ? { path, body: { at: one.at, was: answer.body.at } } : null };
}

/** @param {any} one @returns {Promise<number | null>} */
async function newTime(one) {
  const from = Math.max(millis(one.at), serverNow());
  const quarter = Math.ceil(from / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
  const start = millis(one.at) > serverNow() ? millis(one.at) : quarter - 15 * MINUTE_MS;
  const days = await openingDays(one.at);
  const willDo = (/** @type {number} */ at) => at > serverNow() && isOpenAt(days, at);
  const later = [
    ...LATER_MINUTES.map((n) => start + n * MINUTE_MS).filter(willDo),
    ...LATER_DAYS.map((n) => openDaysLater(one.at, n, willDo)),
  ];
  const times = [...new Set(later)].filter((at) => at !== null);
  const chosen = await ask({
    title: t("staff-appointment-move-title", { who: whose(one), time: clock(one.at) }),
    choices: [
      ...times.map((at) => ({ label: whenIs(at), value: at })),
      { icon: "calendar", label: t("staff-appointment-other-time"), value: OTHER_TIME },
    ],
  });
  return chosen === OTHER_TIME ? written() : chosen;
}

async function written() {
  const label = t("staff-appointment-new-time");
  const values = await ask({
    title: t("staff-appointment-other-time"),
    fields: [{ name: "at", label, kind: "datetime-local", required: true }],
  });
  return values && momentOf(values.at);
}

/** @param {any} one @returns {Promise<Done | null>} */
export async function cancel(one) {
  const reason = await ask({
    title: t("staff-appointment-cancel-title", { who: whose(one), time: clock(one.at) }),
    choices: REASONS.map((value) => ({ value, label: reasonText(value) })),
    write: t("staff-other-reason"),
  });
  if (!reason) return null;
  const path = `/appointments/${one.id}/cancel`;
  if (!(await desk.act("cancel_appointment", path, { reason }))) return null;
  return { text: t("staff-appointment-was-cancelled", { who: whose(one) }), back: reopening(one) };
}

/** @param {any} one */
const reopening = ({ id }) => ({ path: `/appointments/${id}/reopen`, body: {} });

/** @param {Done} done */
export const takeBack = ({ back }) => back && desk.act("reopen", back.path, back.body);

/** Whose it is, as staff know it. @param {any} one */
export const whose = ({ name, code }) => name || t("staff-appointment-number", { code });

/** A reason one tap gave, or the words that were written. @param {string} reason */
export const reasonText = (reason) =>
  has(`staff-appointment-reason-${reason}`) ? t(`staff-appointment-reason-${reason}`) : reason;

/** @param {number} at */
const whenIs = (at) =>
  day(at) === day(serverNow()) ? clock(at) : `${weekday(at)} ${day(at)}, ${clock(at)}`;
