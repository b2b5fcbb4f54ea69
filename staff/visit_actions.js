// What can be done with a visit, each action once: its picture, its words, what it asks, what it sends.
// Whether it may be done is never decided here: `allowed_actions` of the visit says so.

import { t } from "ui/words.js";
import { desk } from "./desk.js";
import { ask } from "./sheet.js";
import { showSlip } from "./slip.js";
import { transferTo } from "./transfer.js";

const HOLD_MINUTES = [5, 10, 15, 30];
const REMOVE_REASONS = ["left", "mistake", "twice"];

/** What was just written or chosen is no second tap: it is not lost to one. */
async function post(what, visit, body = {}) {
  await desk.settledDown();
  return desk.act(what, `/visits/${visit.id}/${what}`, body);
}

/** Open to every visit: nothing in the store changes by them. */
const ALWAYS = ["note", "slip"];

/** @type {Record<string, {icon: string, tone?: string, run: (visit: any) => any}>} */
const ACTIONS = {
  start: { icon: "check", run: (visit) => post("start", visit) },
  recall: { icon: "recall", run: (visit) => post("recall", visit) },
  no_show: { icon: "hourglass", run: (visit) => post("no_show", visit) },
  hold: { icon: "clock", run: hold },
  return: { icon: "restart", run: (visit) => post("return", visit) },
  transfer: { icon: "transfer", run: transfer },
  note: { icon: "note", run: note },
  slip: { icon: "qr", run: showSlip },
  remove: { icon: "door-out", tone: "danger", run: remove },
};

/**
 * @param {import("ui/views.js").VisitView} visit
 * @param {string[]} wanted in the order shown
 */
export function actionsFor(visit, wanted = Object.keys(ACTIONS)) {
  return wanted
    .filter((name) => ALWAYS.includes(name) || visit.allowed_actions.includes(name))
    .map((name) => ({
      name,
      ...ACTIONS[name],
      label: t(ALWAYS.includes(name) ? `staff-${name}` : `action-${name}`),
      run: () => ACTIONS[name].run(visit),
    }));
}

async function hold(visit) {
  const longest = desk.about.times.hold_minutes_max;
  const steps = [...new Set([...HOLD_MINUTES.filter((n) => n < longest), longest])];
  const minutes = await ask({
    title: t("staff-hold-title", { ticket: visit.ticket }),
    explain: t("staff-hold-explain"),
    choices: steps.map((n) => ({ value: n, label: t("ui-minutes", { minutes: n }) })),
  });
  if (minutes) await post("hold", visit, { minutes });
}

async function transfer(visit) {
  const to = await transferTo(visit);
  if (to) await post("transfer", visit, to);
}

async function note(visit) {
  const text = await ask({
    title: t("staff-note-title", { ticket: visit.ticket }),
    explain: t("staff-note-explain"),
    fields: [{ name: "text", label: t("staff-note"), kind: "lines", required: true }],
  });
  if (text) await post("note", visit, text);
}

async function remove(visit) {
  const reason = await ask({
    title: t("staff-remove-title", { ticket: visit.ticket }),
    choices: REMOVE_REASONS.map((value) => ({ value, label: t(`staff-remove-${value}`) })),
    write: t("staff-other-reason"),
  });
  if (reason) await post("remove", visit, { reason });
}
