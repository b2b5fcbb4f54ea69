/** One screen for each state of a visit. */
import { html, nothing } from "ui/element.js";
import { clock, counterName, day, likelyWait, weekday } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { todaySentence } from "ui/today.js";
import { language, pick, t } from "ui/words.js";
import { secret } from "./head.js";
import { papersReady } from "./papers.js";

const DOTS_MOST = 9;

/** Fetched only by whom it concerns: most have all their papers. @param {import("ui/views.js").OwnVisitView} visit */
function missing(visit) {
  if (visit.missing.length) import("./missing.js");
  return html`<foyer-missing .visit=${visit}></foyer-missing>`;
}

/** @typedef {{ rings: boolean, awake: boolean, startRinging: () => void }} Page */

/** @param {import("ui/views.js").PhoneView} view @param {Page} page */
export function waiting({ visit, risk, today, unserved }, page) {
  return html`<main class="screen">
    <section class="ticket card">
      <div class="ticket-top">
        <div>
          <h1 class="ticket-number num" dir="ltr">${visit.ticket}</h1>
          <p class="ticket-service">${pick(visit.service_name)}</p>
        </div>
        ${door(visit)}
      </div>
      <p class="ticket-line">${lineText(visit)}</p>
      <div class="place">
        <p class="place-text">${placeText(visit)}</p>
        ${dots(visit.ahead ?? 0)}
      </div>
      ${now(visit)} ${promise(visit)}
    </section>
    ${unserved ? cannotBeServed(unserved) : nothing}
    ${today.map((/** @type {any} */ one) => different(one))}
    ${risk ? whyLonger(visit, risk) : nothing} ${ringing(page)} ${missing(visit)}
    ${papersReady(visit)}
    <foyer-ask .visit=${visit}></foyer-ask>
  </main>`;
}

/** @param {import("ui/views.js").OwnVisitView} visit */
export const placeText = (visit) =>
  visit.ahead ? t("phone-ahead", { count: visit.ahead }) : t("phone-next");

/** @param {import("ui/views.js").OwnVisitView} visit */
export const lineText = (visit) =>
  visit.counter
    ? t("phone-line-of", { counter: counterName(visit.counter_name) })
    : t("phone-line-any");

/** The people before you, and you: the sun. @param {number} ahead */
const dots = (ahead) =>
  html`<p class="dots" aria-hidden="true">
    ${Array.from({ length: Math.min(ahead, DOTS_MOST) }, () => html`<i></i>`)}<i class="me"></i>
  </p>`;

const STEADY_MS = 60_000;
let shown = { of: "", words: "", at: 0 };

/** One figure, which changes once a minute at most. @param {import("ui/views.js").OwnVisitView} visit */
function likely({ id, forecast }) {
  const of = `${id} ${language()}`;
  if (shown.of !== of || Date.now() - shown.at >= STEADY_MS)
    shown = { of, words: forecast ? likelyWait(forecast) : "", at: Date.now() };
  return shown.words;
}

/** @param {import("ui/views.js").OwnVisitView} visit */
function now(visit) {
  const { forecast } = visit;
  if (!forecast) return nothing;
  if (forecast.basis === "no_counter_open") {
    return html`<p class="now-unknown">${t("phone-wait-unknown")}</p>`;
  }
  if (forecast.basis === "after_closing") {
    return html`<p class="now-unknown">${t("phone-wait-closing")}</p>`;
  }
  return html`<p class="now">
    <span class="now-label">${t("phone-wait-now")}</span>
    <strong class="now-range">${likely(visit)}</strong>
  </p>`;
}

/** @param {import("ui/views.js").OwnVisitView} visit */
function promise({ quote }) {
  if (!quote || quote.basis === "after_closing") return nothing;
  const passed = serverNow() > millis(quote.call_by);
  return html`<div class="promise">
    <p class="promise-by ${passed ? "passed" : ""}">
      ${icon(passed ? "warning" : "clock")}
      ${t(passed ? "phone-promise-passed" : "phone-promise", { time: clock(quote.call_by) })}
    </p>
    <p class="promise-told">
      ${t("phone-promise-told", {
        at: clock(quote.quoted_at),
        range: likelyWait(quote),
      })}
    </p>
  </div>`;
}

/** @param {string} why */
const cannotBeServed = (why) =>
  html`<section class="risk" role="alert">
    <p>${icon("warning")} ${t(`phone-unserved-${why}`)}</p>
  </section>`;

/** What is different today, and what one can do. @param {any} one */
function different(one) {
  const ends = one.closes_at ?? one.closed_from;
  const again = ends && one.opens_again;
  return html`<section class="risk" role="status">
    <h2>${icon("info")} ${todaySentence(one, { t, pick })}</h2>
    ${ends ? html`<p>${t("phone-today-keeps")}</p>` : nothing}
    ${
      again
        ? html`<p>
            ${t("phone-today-again", { day: weekday(again, language()), time: clock(again) })}
          </p>`
        : nothing
    }
    ${one.what === "running_late" ? html`<p>${t("phone-today-late")}</p>` : nothing}
  </section>`;
}

/** What a forecast rests on where it is no time that could be told. */
const NO_TIME = ["no_counter_open", "after_closing"];

/** @param {import("ui/views.js").OwnVisitView} visit @param {import("ui/views.js").RiskView} risk */
function whyLonger(visit, risk) {
  const reason =
    risk.reason === "counter_on_break" && risk.until ? "counter_on_break-until" : risk.reason;
  const words = {
    counter: counterName(risk.counter_name),
    time: risk.until ? clock(risk.until) : "",
  };
  return html`<section class="risk" role="status">
    <h2>${icon("info")} ${t("phone-risk")}</h2>
    <p>
      ${t(`phone-risk-${reason}`, words)}
      ${
        visit.forecast && !NO_TIME.includes(visit.forecast.basis)
          ? t("phone-risk-new", { range: likely(visit) })
          : nothing
      }
    </p>
    ${visit.allowed_actions.includes("hold") ? html`<p>${t("phone-risk-choice")}</p>` : nothing}
  </section>`;
}

/** @param {Page} page */
function ringing(page) {
  if (page.rings) {
    const words = page.awake ? "phone-ring-awake" : "phone-ring-on";
    return html`<p class="ring-on">${icon("bell")} ${t(words)}</p>`;
  }
  return html`<section class="ring">
    <button class="act" @click=${() => page.startRinging()}>
      ${icon("bell")} ${t("phone-ring")}
    </button>
    <p>${t("phone-ring-why")}</p>
  </section>`;
}

/** @param {import("ui/views.js").PhoneView} view */
export function held({ visit }) {
  return html`<main class="screen">
    <section class="held">
      <p class="held-ticket num" dir="ltr">${visit.ticket}</p>
      <h1>${t("phone-held")}</h1>
      <p class="held-until">${t("phone-held-until", { time: clock(visit.held_until) })}</p>
      <p class="held-left num" role="timer">${visit.held_until && left(visit.held_until)}</p>
      <p class="held-after">${t("phone-held-after")}</p>
    </section>
    <foyer-ask .visit=${visit}></foyer-ask>
    ${missing(visit)} ${papersReady(visit)} ${asPdf()}
  </main>`;
}

/** The slip, to keep or to print at home. */
const asPdf = () => html`
  <a class="as-pdf" href=${`/v/${secret()}/slip.pdf`} target="_blank" rel="noreferrer">
    ${icon("download")} ${t("phone-pdf")}
  </a>
`;

/** "19 minutes left": of 19 min 45 s nobody can count on more. @param {string} until */
function left(until) {
  const minutes = Math.floor(Math.max(0, millis(until) - serverNow()) / 60_000);
  return t("phone-held-left", { minutes });
}

/** @param {import("ui/views.js").PhoneView} view */
export function called({ visit }) {
  return html`<main class="screen called">
    <p class="called-ticket num" dir="ltr">${visit.ticket}</p>
    <p class="called-door num ${wide(visit)}">${doorMark(visit)}</p>
    <h1>${t("phone-called", { counter: counterName(visit.counter_name) })}</h1>
    ${pick(visit.where) ? html`<p class="called-where">${pick(visit.where)}</p>` : nothing}
    <p class="called-come">${t("phone-called-come")}</p>
    <p class="called-at">
      ${t("phone-called-at", { time: clock(visit.called_at) })}
      ${visit.recalls ? t("phone-called-again") : nothing}
    </p>
    <foyer-ask .visit=${visit}></foyer-ask>
    ${papersReady(visit)}
  </main>`;
}

/** @param {import("ui/views.js").PhoneView} view */
export function serving({ visit }) {
  return html`<main class="screen serving">
    <p class="held-ticket num" dir="ltr">${visit.ticket}</p>
    ${door(visit)}
    <h1>${t("phone-serving", { counter: counterName(visit.counter_name) })}</h1>
    <p>${t("phone-serving-note")}</p>
    ${papersReady(visit)}
  </main>`;
}

/** @param {import("ui/views.js").PhoneView} view */
export function ended(view) {
  const { visit } = view;
  const how = endedHow(visit);
  const words = { ticket: visit.ticket ?? "", time: visit.called_at ? clock(visit.called_at) : "" };
  return html`<main class="screen ended">
    ${mark()}
    ${visit.ticket ? html`<p class="held-ticket num" dir="ltr">${visit.ticket}</p>` : nothing}
    <h1>${t(`phone-ended-${how}`)}</h1>
    <p>${t(`phone-ended-${how}-more`, words)}</p>
    ${how === "turned_away" || how === "end_of_day" ? openAgain(view) : nothing} ${promised(visit)}
    <foyer-ask .visit=${visit}></foyer-ask>
    ${
      how === "turned_away"
        ? html`${missing(visit)} ${papersReady(visit, "phone-bring-too")} ${coming()} ${asPdf()}`
        : nothing
    }
  </main>`;
}

/** @param {import("ui/views.js").OwnVisitView} visit */
export const endedHow = (visit) =>
  visit.ended_reason === "hold_expired" ? "hold_expired" : visit.ended_as;

/** Fetched only by whom it concerns, too. */
function coming() {
  import("./coming.js");
  return html`<foyer-coming></foyer-coming>`;
}

/** What we said we would do after the visit, and whether we have. @param {import("ui/views.js").OwnVisitView} visit */
function promised({ promise }) {
  if (!promise?.what) return nothing;
  const kept = promise.kept_at !== null;
  const moment = promise.kept_at ?? promise.due;
  const when = t("phone-promised-when", {
    weekday: weekday(moment, language()),
    day: day(moment),
    time: clock(moment),
  });
  return html`<section class="promised ${kept ? "kept" : ""}">
    <h2>${icon(kept ? "check" : "clock")} ${t(kept ? "phone-promised-kept" : "phone-promised")}</h2>
    <p class="promised-what">${promise.what}</p>
    <p>${kept ? when : t("phone-promised-by", { when })}</p>
  </section>`;
}

/** @param {import("ui/views.js").PhoneView} view */
function openAgain({ open, opens_next }) {
  if (open || !opens_next) return nothing;
  const when = `${weekday(opens_next, language())} ${clock(opens_next)}`;
  return html`<p>${t("phone-ended-again", { when })}</p>`;
}

export const gone = () =>
  html`<main class="screen ended">
    ${mark()}
    <h1>${t("phone-gone")}</h1>
    <p>${t("phone-gone-more")}</p>
  </main>`;

/** @param {import("ui/views.js").OwnVisitView} visit */
const door = (visit) =>
  visit.counter
    ? html`<p class="door num ${wide(visit)}" aria-hidden="true">${doorMark(visit)}</p>`
    : nothing;

/** As many letters as a door has room for. */
const SHORT = 3;

/**
 * What stands on the counter's door, as on the TV: "2", be its name "2" or "Counter 2".
 * @param {import("ui/views.js").OwnVisitView} visit
 */
function doorMark({ counter, counter_name }) {
  const name = pick(counter_name);
  return counter && name.length > SHORT && counter.length <= SHORT ? counter : name;
}

/** @param {import("ui/views.js").OwnVisitView} visit */
const wide = (visit) => (doorMark(visit).length > SHORT ? "is-wide" : "");
