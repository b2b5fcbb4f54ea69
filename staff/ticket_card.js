// One visit as a small card: number, papers, needs, and its wait as a bar against what it was told.

import { classMap, css, html, nothing } from "ui/element.js";
import { clock, secondsSince } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { t } from "ui/words.js";
import { counterName, desk } from "./desk.js";
import { lasting } from "./lasting.js";
import { mayNotBeCalled, toldATime } from "./near_closing.js";
import "./preview.js";
import { VERDICT_ICONS } from "./visit_papers.js";

const SHORTEST_SCALE_S = 900;

/** Seconds that fill a bar: one scale for all cards in sight, so that bars compare. */
export function waitScale(visits) {
  const longest = visits.map((visit) =>
    Math.max(waited_s(visit), expected_s(visit), told_s(visit)),
  );
  return Math.max(SHORTEST_SCALE_S, ...longest);
}

const waited_s = (visit) => secondsSince(visit.arrived_at);
const told_s = (visit) =>
  visit.quote ? (millis(visit.quote.call_by) - millis(visit.arrived_at)) / 1000 : 0;

/** From arriving to the likely call. */
function expected_s(visit) {
  if (!visit.forecast) return waited_s(visit);
  const call = millis(visit.forecast.computed_at) + visit.forecast.likely_s * 1000;
  return Math.max(waited_s(visit), (call - millis(visit.arrived_at)) / 1000);
}

/**
 * @param {any} visit
 * @param {{scale: number, tap?: (visit: any) => void, chosen?: boolean}} options
 */
export function ticketCard(visit, { scale, tap, chosen = false }) {
  const looks = classMap({ ticket: true, risk: inDanger(visit), [visit.state]: true });
  const inside = html`<span class="ticket-head">
      <b class="num">${visit.ticket}</b>
      <span class="marks">${marks(visit)}</span>
    </span>
    ${visit.state === "waiting" ? bar(visit, scale) : nothing}
    <span class="wait-words">${visit.unsent ? t("staff-unsent") : words(visit)}</span>
    ${inDanger(visit) ? html`<span class="why">${icon("warning")} ${why(visit)}</span>` : nothing}`;
  if (!tap) return html`<div class=${looks}>${inside}</div>`;
  return html`<button class=${looks} aria-pressed=${chosen} @click=${() => tap(visit)}>
    ${inside}
  </button>`;
}

function marks(visit) {
  const { verdict, items } = visit.papers;
  const needs = visit.needs.map(
    (id) => desk.about.needs.find((need) => need.id === id)?.icon ?? "need",
  );
  return html`${comesAt(visit)} ${needs.map((name) => html`<i class="mark">${icon(name)}</i>`)}
    <i class="mark speaks" lang=${visit.language}>${visit.language}</i>
    ${
      items.length
        ? html`<i class="mark ${verdict}"
            >${icon(VERDICT_ICONS[verdict])}<span class="visually-hidden"
              >${t(`verdict-${verdict}`)}</span
            ></i
          >`
        : nothing
    }`;
}

function comesAt({ appointment_at: at }) {
  if (!at) return nothing;
  const time = clock(at);
  return html`<i class="mark comes-at num" title=${t("staff-appointment-at", { time })}
    >${icon("calendar")}<span class="visually-hidden">${t("staff-appointment-at", { time })}</span
    ><span aria-hidden="true">${time}</span></i
  >`;
}

function bar(visit, scale) {
  const share = (seconds) => Math.min(1, seconds / scale);
  return html`<span
    class="wait-bar"
    aria-hidden="true"
    ${css({
      "--waited": share(waited_s(visit)),
      "--expected": share(expected_s(visit)),
      "--told": share(told_s(visit)),
    })}
  ></span>`;
}

function words(visit) {
  if (visit.state === "held") return t("staff-card-held", { time: clock(visit.held_until) });
  if (visit.state === "called") return t("staff-card-called", lasting(visit.called_at));
  if (visit.state === "serving") return t("staff-card-serving", lasting(visit.started_at));
  const ahead = html`<staff-new-wait visit=${visit.id}></staff-new-wait>`;
  if (!toldATime(visit)) return ahead;
  const told = t("staff-card-told", { time: clock(visit.quote.call_by) });
  return html`<span class="ahead">${ahead} <span>${told}</span></span>`;
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
  return html`${by} ${counterIsFree(visit) ?? causeInStore(visit) ?? counterIsBusy(visit)}`;
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
