/** What is different today, in a sentence: the same on every screen. */
import { clock } from "./format.js";
import { millis, serverNow } from "./time.js";

/** @typedef {{ t: (id: string, args?: Record<string, any>) => string, pick: (words: any) => string }} Says */

/** Whether a service has ended already. @param {any} one */
export const isOver = ({ closed_from }) => closed_from && millis(closed_from) <= serverNow();

/** @param {any} one @param {Says} says */
export function todaySentence(one, { t, pick }) {
  if (one.what === "message") return one.message;
  if (one.what === "running_late") return t(`today-late-${one.reason}`);
  if (one.what === "closes_at") return t("today-closes", { time: clock(one.closes_at) });
  return t(isOver(one) ? "today-service-over" : "today-service", {
    service: pick(one.service_name),
    time: clock(one.closed_from),
  });
}
