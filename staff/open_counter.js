import { desk } from "./desk.js";

/** Whoever takes a colleague's place has seen whose: the handover's sheet asks. @param {string} id */
export function openCounter(id, { replace = false } = {}) {
  return desk.act("open", `/counters/${id}/open`, { staff: desk.me.id, replace });
}
