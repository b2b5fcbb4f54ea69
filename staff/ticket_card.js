// One visit as a small card: number, its wait against what it was told, and what is unlike the others.

import { classMap, html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { languages, pick, t } from "ui/words.js";
import { counterName, desk } from "./desk.js";
import { nameOf } from "./language_switch.js";
import { lasting } from "./lasting.js";
import { mayNotBeCalled, toldATime } from "./near_closing.js";
import "./preview.js";
import { VERDICT_ICONS } from "./visit_papers.js";

/**
 * @param {import("./assumed.js").Visit} visit
 * @param {{tap?: (visit: any) => void, chosen?: boolean}} [options]
 */
export function ticketCard(visit, { tap, chosen = false } = {}) {
  const looks = classMap({ ticket: true, risk: inDanger(visit), [visit.state]: true });
  const inside = html`<b class="num">${visit.ticket}</b>
    <span class="wait-words">${visit.unsent ? t("staff-unsent") : words(visit)}</span>
    ${differences(visit)}
    ${inDanger(visit) ? html`<span class="why">${icon("warning")} ${why(visit)}</span>` : nothing}`;
  if (!tap) return html`<div class=${looks}>${inside}</div>`;
  return html`<button class=${looks} aria-pressed=${chosen} @click=${() => tap(visit)}>
    ${inside}
  </button>`;
}

/** Only what is unlike most others, in words: most speak the house's language and lack nothing. */
function differences(visit) {
  const { verdict, items } = visit.papers;
  const { appointment_at: at, language } = visit;
  return html`<span class="differences"
    >${at ? difference("calendar", t("staff-appointment-at", { time: clock(at) }), "comes-at") : nothing}
    ${visit.needs.map((id) => needed(desk.about.needs.find((need) => need.id === id) ?? { name: id }))}
    ${items.length && verdict !== "ready" ? difference(VERDICT_ICONS[verdict], t(`verdict-${verdict}`), verdict) : nothing}
    ${language === languages()[0] ? nothing : difference("language", nameOf(language))}</span
  >`;
}

/** @param {any} need */
const needed = ({ icon: picture = "need", name }) => difference(picture, pick(name));

const difference = (picture, word, tone = "") =>
  html`<i class="difference ${tone}">${icon(picture)} ${word}</i>`;

function words(visit) {
  if (visit.state === "held") return t("staff-card-held", { time: clock(visit.held_until) });
  if (visit.state === "called") return t("staff-card-called", lasting(visit.called_at));
  if (visit.state === "serving") return t("staff-card-serving", lasting(visit.started_at));
  const ahead = html`<staff-new-wait visit=${visit.id}></staff-new-wait>`;
  if (!toldATime(visit)) return ahead;
  const by = t("staff-by", { time: clock(visit.quote.call_by) });
  return html`<span class="ahead">${ahead} <span class="by">${by}</span> ${spare(visit)}</span>`;
}

/** What the likely call leaves of the time that was told. */
function spare({ forecast, quote }) {
  if (!forecast) return nothing;
  const call = millis(forecast.computed_at) + forecast.likely_s * 1000;
  const minutes = Math.floor((millis(quote.call_by) - Math.max(call, serverNow())) / 60_000);
  return minutes > 0 ? html`<span>${t("staff-card-spare", { minutes })}</span>` : nothing;
}

const late = (visit) =>
  visit.state === "waiting" && visit.quote && serverNow() > millis(visit.quote.call_by);

export const inDanger = (visit) => visit.at_risk || late(visit) || mayNotBeCalled(visit);

/** Why a card is edged in brick: the promise, and the cause where the floor shows one. */
function why(visit) {
  if (mayNotBeCalled(visit)) return t("staff-risk-closing");
  const by = late(visit)
    ? t("staff-risk-late", lasting(visit.quote.call_by))
    : t("staff-risk-soon");
  const cause = counterIsFree(visit) ?? causeInStore(visit) ?? counterIsBusy(visit);
  return html`<span>${by} <span class="cause">${cause}</span></span>`;
}

/** Nothing on the floor explains it: the wait was only thought to be shorter. */
const GUESSED = { reason: "longer_than_thought", counter: null, until: null };

const lineOf = (visit) => desk.floor.counters.find(({ id }) => id === visit.counter);

function counterIsFree(visit) {
  const counter = lineOf(visit);
  if (counter?.state !== "open" || counter.visit) return null;
  return t("staff-cause-free", { counter: counterName(counter.id) });
}

function causeInStore(visit) {
  const notice = desk.floor.notices.find((one) => one.service === visit.service);
  const { reason, counter, until } = visit.why_late ?? notice ?? GUESSED;
  if (reason === GUESSED.reason) return null;
  return t(`staff-cause-${reason}`, {
    counter: counter ? counterName(counter) : "",
    until: until ? clock(until) : "",
    known: until ? "yes" : "no",
  });
}

function counterIsBusy(visit) {
  const counter = lineOf(visit);
  const served = counter?.visit ? desk.visit(counter.visit) : null;
  if (!served) return nothing;
  const { wait } = lasting(served.started_at ?? served.called_at);
  return t("staff-cause-busy", { counter: counterName(counter.id), ticket: served.ticket, wait });
}
