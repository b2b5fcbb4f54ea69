/** What on the floor needs somebody now, in words, the most pressing first. */
import { clock } from "ui/format.js";
import { millis } from "ui/time.js";
import { locale, pick, t } from "ui/words.js";
import { counterName } from "./figures.js";
import { waitingSince } from "./sentence.js";

const FORGOTTEN_MIN = 60;
const FORGOTTEN_TYPICALS = 4;
const NAMED = 3;

/** @typedef {{ id: string, icon: string, pressing: boolean, text: string }} Alert */

/**
 * @param {import("ui/views.js").FloorView} floor what the floor watch told
 * @param {import("ui/views.js").StoreView} about the store
 * @param {number} now
 * @returns {Alert[]}
 */
export function alertsOf(floor, about, now) {
  const visits = Object.values(floor.visits);
  return [
    ...floor.help.map((/** @type {any} */ help) => helpAsked(help, about, now)),
    ...linesWithoutCounter(floor, about),
    ...longWaits(visits, about, now),
    ...quotesAtRisk(visits, now),
    ...forgotten(visits, about, now),
  ];
}

/** @param {any} help @param {import("ui/views.js").StoreView} about @param {number} now @returns {Alert} */
function helpAsked(help, about, now) {
  if (help.counter) return colleagueAsked(help, about, now);
  const where = help.kiosk ? "kiosk" : "other";
  const ago = t("manager-ago", { minutes: minutesSince(help.at, now) });
  const known = about.languages.length > 1 && about.languages.includes(help.language);
  const text = known
    ? t("manager-alert-help-language", { where, ago, language: languageName(help.language) })
    : t("manager-alert-help", { where, ago });
  return { id: `help-${help.id}`, icon: "hand", pressing: true, text };
}

/** @param {any} help @param {import("ui/views.js").StoreView} about @param {number} now @returns {Alert} */
function colleagueAsked(help, about, now) {
  const asked = t("manager-alert-colleague", {
    wants: help.wants,
    counter: counterName(help.counter, about),
    name: help.staff?.name ?? "",
    ago: t("manager-ago", { minutes: minutesSince(help.at, now) }),
  });
  const tried = help.tried.map((/** @type {string} */ one) => t(`manager-tried-${one}`)).join(", ");
  const text = tried ? `${asked} ${t("manager-tried", { tried })}` : asked;
  return { id: `help-${help.id}`, icon: "hand", pressing: true, text };
}

/** @param {string} code */
const languageName = (code) =>
  new Intl.DisplayNames([locale()], { type: "language" }).of(code) ?? code;

/** @param {import("ui/views.js").FloorView} floor @param {import("ui/views.js").StoreView} about @returns {Alert[]} */
function linesWithoutCounter(floor, about) {
  const stuck = floor.counters
    .filter((/** @type {any} */ c) => c.state !== "open" && c.line.length > 0)
    .map((/** @type {any} */ c) => ({
      id: `line-${c.id}`,
      icon: "counter",
      pressing: c.state === "closed",
      text: t(c.until ? "manager-alert-break-until" : "manager-alert-line", {
        counter: counterName(c.id, about),
        state: c.state,
        n: c.line.length,
        until: c.until ? clock(c.until) : "",
      }),
    }));
  return [...stuck, ...unservedInPool(floor, about)];
}

/** @param {import("ui/views.js").FloorView} floor @param {import("ui/views.js").StoreView} about @returns {Alert[]} */
function unservedInPool(floor, about) {
  const offered = new Set(
    floor.counters
      .filter((/** @type {any} */ c) => c.state === "open")
      .flatMap((/** @type {any} */ c) => c.services),
  );
  return about.services.flatMap((/** @type {any} */ service) => {
    const n = floor.pool.filter(
      (/** @type {string} */ id) => floor.visits[id]?.service === service.id,
    ).length;
    if (n === 0 || offered.has(service.id)) return [];
    const text = t("manager-alert-pool", { service: pick(service.name), n });
    return [{ id: `pool-${service.id}`, icon: "counter", pressing: true, text }];
  });
}

/** @param {any[]} visits @param {import("ui/views.js").StoreView} about @param {number} now @returns {Alert[]} */
function longWaits(visits, about, now) {
  const target = about.times.target_wait_minutes;
  const waiting = visits
    .filter((visit) => visit.state === "waiting")
    .map((visit) => ({ visit, minutes: Math.floor((now - waitingSince(visit)) / 60_000) }))
    .filter(({ minutes }) => minutes >= target)
    .sort((a, b) => b.minutes - a.minutes);
  if (waiting.length === 0) return [];
  const [{ visit, minutes }] = waiting;
  const text = t("manager-alert-long", {
    n: waiting.length,
    target,
    ticket: visit.ticket,
    minutes,
  });
  return [{ id: "long", icon: "hourglass", pressing: true, text }];
}

/** @param {any[]} visits @param {number} now @returns {Alert[]} */
function quotesAtRisk(visits, now) {
  const atRisk = visits.filter(
    (visit) => visit.state === "waiting" && visit.at_risk && millis(visit.quote.call_by) > now,
  );
  if (atRisk.length === 0) return [];
  const named = atRisk.slice(0, NAMED).map((visit) => visit.ticket);
  const more = atRisk.length > NAMED ? ` +${atRisk.length - NAMED}` : "";
  const tickets = named.join(t("manager-and")) + more;
  const text = t("manager-alert-risk", { n: atRisk.length, tickets });
  return [{ id: "risk", icon: "clock", pressing: false, text }];
}

/** @param {any[]} visits @param {import("ui/views.js").StoreView} about @param {number} now @returns {Alert[]} */
function forgotten(visits, about, now) {
  return visits
    .filter((visit) => visit.state === "serving")
    .map((visit) => ({ visit, minutes: minutesSince(visit.started_at, now) }))
    .filter(({ visit, minutes }) => minutes >= longFor(visit.service, about))
    .map(({ visit, minutes }) => ({
      id: `forgotten-${visit.id}`,
      icon: "question",
      pressing: false,
      text: t("manager-alert-forgotten", {
        ticket: visit.ticket,
        counter: counterName(visit.counter, about),
        minutes,
      }),
    }));
}

/** @param {string} id @param {import("ui/views.js").StoreView} about */
function longFor(id, about) {
  const service = about.services.find((/** @type {any} */ known) => known.id === id);
  return Math.max(FORGOTTEN_MIN, FORGOTTEN_TYPICALS * (service?.typical_minutes ?? 0));
}

/** @param {string} time @param {number} now */
const minutesSince = (time, now) => Math.max(0, Math.floor((now - millis(time)) / 60_000));
