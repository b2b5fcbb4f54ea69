// A counter's break and close. Its line is shared out: where each of them went is said afterwards.

import { clock } from "ui/format.js";
import { t } from "ui/words.js";
import { endBreak } from "./choose_counter.js";
import { counterName, desk } from "./desk.js";
import { openCounter } from "./open_counter.js";
import { breakToTake } from "./planned_break.js";
import { ask } from "./sheet.js";

const BREAK_MINUTES = [5, 10, 15, 30];

/** What may be done with a counter now. Opening an open one would only change who is there. */
export function counterActions(counter) {
  const all = {
    open: { icon: "check", label: t("staff-open-counter"), run: () => openCounter(counter.id) },
    back: { icon: "check", label: t("staff-end-break"), run: () => endBreak(counter) },
    break: { icon: "pause", label: t("staff-take-break"), run: () => takeBreak(counter) },
    close: { icon: "cross", label: t("staff-close-counter"), run: () => close(counter) },
  };
  const open = { open: [], break: ["back"], closed: ["open"] }[counter.state];
  const others = ["break", "close"].filter((name) => counter.allowed_actions.includes(name));
  return [...open, ...others].map((name) => ({ name, ...all[name] }));
}

async function takeBreak(counter) {
  const minutes = await ask({
    title: t("staff-break-title"),
    explain: sharedOut(counter),
    choices: breaks(counter),
  });
  if (minutes) await leave("break", counter, { minutes });
}

/** The one that is due comes first. */
function breaks(counter) {
  const lasting = (minutes) => ({ value: minutes, label: t("ui-minutes", { minutes }) });
  const planned = breakToTake(counter);
  if (!planned) return BREAK_MINUTES.map(lasting);
  const others = BREAK_MINUTES.filter((minutes) => minutes !== planned.minutes);
  const detail = t("staff-break-at", { time: clock(planned.at) });
  return [{ ...lasting(planned.minutes), detail }, ...others.map(lasting)];
}

async function close(counter) {
  const sure = await ask({
    title: t("staff-close-title", { counter: counterName(counter.id) }),
    explain: sharedOut(counter),
    choices: [{ value: true, label: t("staff-close-counter"), tone: "danger" }],
  });
  if (sure) await leave("close", counter, {});
}

const sharedOut = (counter) => t("staff-shared-out", { n: counter.line.length });

async function leave(what, counter, body) {
  const line = counter.line.map((id) => desk.visit(id));
  const answer = await desk.act(what, `/counters/${counter.id}/${what}`, body);
  if (!answer) return;
  await desk.refresh();
  desk.set({
    said: { tone: "good", text: [t(`staff-did-${what}`), ...line.map(whereNow)].join(" ") },
  });
}

function whereNow({ id, ticket }) {
  const now = desk.visit(id);
  return t("staff-now-at", { ticket, counter: counterName(now?.counter ?? null) });
}
