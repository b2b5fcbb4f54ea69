/** Along the bottom: how long each service takes now, and one sentence when it takes long. */
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { todaySentence } from "ui/today.js";
import { serverNow } from "ui/time.js";
import { nameOf } from "./called_panel.js";
import { inTurn, isLong, label, pageOf, round, tongues, turn } from "./tongues.js";

const SHOWN = 4;
const LONG_SHOWN = 3;
/** Letters of a name that four to a row have room for. */
const SHORT_NAME = 26;
const TOLD_SHOWN = 3;
/** The same sentence of more services than this is said once, of all of them. */
const SENTENCES_MOST = 2;
const HOUR_MIN = 60;
/** Above this many minutes a likely wait is said in steps of five. */
const EXACT_MIN = 10;

/** @typedef {{ said: string, minutes?: number }} Figure */

/** @param {import("ui/views.js").BoardView} board */
export function waits({ services }) {
  const figures = services.map(standing);
  const [first] = figures;
  const same = (/** @type {Figure} */ one) =>
    one.said === first.said && one.minutes === first.minutes;
  if (services.length > 1 && figures.every(same)) {
    return html`<p class="waits waits-same">
      <span class="wait-service">${label("display-every-service")}</span>
      <span class="wait-range num">${figureWords(first)}</span>
    </p>`;
  }
  const room = services.some(hasLongName) ? LONG_SHOWN : SHOWN;
  return html`<ul class="waits">
    ${repeat(
      // One on each round, or a page and a language could always meet.
      pageOf(services, room, turn() + round()),
      (/** @type {any} */ service) => service.id,
      (/** @type {any} */ service) =>
        html`<li class="wait">
          <p class="wait-service">
            <span class="prefix num">${service.prefix}</span> ${serviceName(service)}
          </p>
          <p class="wait-range num">${figureWords(standing(service))}</p>
        </li>`,
    )}
  </ul>`;
}

/** @param {import("ui/views.js").BoardServiceView} service */
const hasLongName = ({ name }) => tongues().some(({ pick }) => pick(name).length > SHORT_NAME);

/** @param {import("ui/views.js").BoardServiceView} service */
const serviceName = ({ name }) =>
  inTurn(({ pick }) => html`<span class=${isLong(pick(name)) ? "long" : ""}>${pick(name)}</span>`);

/** @type {Map<string, { minute: number, figure: Figure }>} */
const stood = new Map();

/**
 * A service's wait: what has been said stands for its minute, whoever taps meanwhile.
 * @param {import("ui/views.js").BoardServiceView} service
 * @returns {Figure}
 */
function standing(service) {
  const minute = Math.floor(serverNow() / 60_000);
  const now = figureOf(service);
  const before = stood.get(service.id);
  if (before?.minute === minute && before.figure.said === now.said) return before.figure;
  stood.set(service.id, { minute, figure: now });
  return now;
}

/** @param {Pick<import("ui/views.js").BoardServiceView, "open" | "wait">} service @returns {Figure} */
function figureOf({ open, wait }) {
  if (!open) return { said: "display-service-closed" };
  if (!wait || wait.basis === "no_counter_open") return { said: "display-no-wait-known" };
  if (wait.basis === "after_closing") return { said: "display-wait-closing" };
  return likely(wait);
}

/** @param {{ likely_s: number }} wait @returns {Figure} */
function likely({ likely_s }) {
  const exact = Math.max(1, Math.round(likely_s / 60));
  if (exact >= HOUR_MIN) return { said: "display-over-an-hour" };
  const minutes = exact > EXACT_MIN ? 5 * Math.round(exact / 5) : exact;
  return { said: "display-about", minutes };
}

/** @param {Figure} figure */
function figureWords({ said, minutes }) {
  if (minutes === undefined) return html`<span class="wait-words">${label(said)}</span>`;
  return inTurn(
    ({ t }) =>
      html`<span class="unit">${t(said)}</span> ${minutes}
        <span class="unit">${t("display-minutes")}</span>`,
  );
}

/**
 * What is different today comes first, then who was told less: their sentence also says why it
 * takes long. Who is away with the place kept has the turn after them. Only where nothing of these is
 * to be said, and a later number stands before an earlier one, it is said why that may be.
 * @param {import("ui/views.js").BoardView} board
 * @param {import("ui/views.js").StoreView} about
 */
export function notice(board, about) {
  const { today, later, notices, held, services, counters } = board;
  const told = [
    ...today,
    ...(later.length ? pagesOf(later, "waits") : joined(notices)),
    ...inPages(held).map((kept) => ({ kept })),
  ];
  if (!told.length) {
    return mayBeOvertaken(board, about) && looksUnfair(board) ? order() : nothing;
  }
  const one = told[round() % told.length];
  if (one.what) return different(one);
  if (one.kept) return keptPlaces(one.kept);
  const counter = find(counters, one.counter);
  return one.waits
    ? laterThanTold(one, counter)
    : longWait(one, find(services, one.service), counter);
}

/** @param {any} one */
const different = (one) =>
  html`<p class="notice" role="status">
    ${icon("info")} ${inTurn((speaker) => todaySentence(one, speaker))}
  </p>`;

const order = () => html`<p class="notice order">${icon("people")} ${label("display-order")}</p>`;

/** @param {import("ui/views.js").BoardView} board @param {import("ui/views.js").StoreView} about */
const mayBeOvertaken = ({ appointments }, about) => appointments || about?.needs.length > 0;

/**
 * Whether somebody reads a number that was called although an earlier one of the same letter waits.
 * @param {import("ui/views.js").BoardView} board
 */
function looksUnfair({ called, last, counters, pool }) {
  const parts = (/** @type {string} */ ticket) => {
    const [, letter, number] = /^(\D*)(\d+)$/.exec(ticket) ?? [];
    return { letter, number: Number(number) };
  };
  const gone = [...called, ...last].map(({ ticket }) => parts(ticket));
  return [...counters, pool]
    .flatMap(({ next }) => next)
    .map(parts)
    .some((one) => gone.some((was) => was.letter === one.letter && was.number > one.number));
}

/**
 * @template T
 * @param {T[]} list
 * @returns {T[][]}
 */
function inPages(list) {
  const pages = [];
  for (let at = 0; at < list.length; at += TOLD_SHOWN) pages.push(list.slice(at, at + TOLD_SHOWN));
  return pages;
}

/** @param {any[]} told @param {string} many */
const pagesOf = (told, many) =>
  told.flatMap((one) => inPages(one[many]).map((few) => ({ ...one, [many]: few })));

/**
 * Services that take long for one and the same reason share a sentence when they are many.
 * @param {any[]} notices
 */
function joined(notices) {
  /** @type {Map<string, any[]>} */
  const by = new Map();
  for (const one of notices) {
    const why = `${one.reason} ${one.counter} ${one.until}`;
    by.set(why, [...(by.get(why) ?? []), one]);
  }
  return [...by.values()].flatMap((same) =>
    same.length > SENTENCES_MOST ? [{ ...same[0], service: null }] : same,
  );
}

/** @param {any[]} kept */
const keptPlaces = (kept) =>
  html`<p class="notice kept" role="status">
    ${icon("hourglass")}
    ${inTurn(
      ({ t }) => html`
        ${t("display-kept")}
        ${kept.map(
          ({ ticket, until }) =>
            html`<span class="kept-place">
              <b class="num" dir="ltr">${ticket}</b>
              ${t("display-kept-until", { time: clock(until) })}
            </span>`,
        )}
      `,
    )}
  </p>`;

/** @param {any} told @param {import("ui/views.js").BoardServiceView} service @param {import("ui/views.js").BoardCounterView} counter */
function longWait(told, service, counter) {
  if (!service) return manyLong(told, counter);
  return html`<p class="notice" role="status">
    ${icon("clock")}
    ${label(sentence(told), (speaker) => ({
      service: speaker.pick(service?.name),
      ...causeWords(told, counter, speaker),
    }))}
  </p>`;
}

/** @param {any} told @param {import("ui/views.js").BoardCounterView} counter */
const manyLong = (told, counter) =>
  html`<p class="notice" role="status">
    ${icon("clock")}
    ${inTurn(
      (speaker) =>
        html`${speaker.t("display-long-waits")}
        ${told.reason ? cause(told, counter, speaker) : nothing}`,
    )}
  </p>`;

/** @param {any} told */
function sentence({ reason, counter, until }) {
  if (reason === "counter_on_break" && counter) {
    return until ? "display-long-wait-break-until" : "display-long-wait-break";
  }
  if (reason === "many_people") return "display-long-wait-many";
  if (reason === "counters_closed") return "display-long-wait-closed";
  if (reason === "longer_services") return "display-long-wait-services";
  return "display-long-wait";
}

/** @param {any} told @param {import("ui/views.js").BoardCounterView} counter */
function laterThanTold(told, counter) {
  return html`<div class="notice later" role="status">
    ${told.waits.map(
      (/** @type {any} */ { ticket, wait }) =>
        html`<p class="later-wait">
          <b class="num" dir="ltr">${ticket}</b>
          <span class="num">${newWait(wait)}</span>
        </p>`,
    )}
    <p class="later-words">
      ${label("display-later")}
      <span>${inTurn((speaker) => cause(told, counter, speaker))}</span>
    </p>
  </div>`;
}

/** @param {import("ui/views.js").WaitView} wait */
function newWait(wait) {
  if (wait.basis === "no_counter_open") return label("display-later-unknown");
  return figureWords(figureOf({ open: true, wait }));
}

/** @param {any} told @param {import("ui/views.js").BoardCounterView} counter @param {import("./tongues.js").Speaker} speaker */
function cause(told, counter, speaker) {
  const until = told.reason === "counter_on_break" && told.until ? "-until" : "";
  return speaker.t(`display-why-${told.reason}${until}`, causeWords(told, counter, speaker));
}

/** @param {any} told @param {import("ui/views.js").BoardCounterView} counter @param {import("./tongues.js").Speaker} speaker */
const causeWords = ({ until }, counter, speaker) => ({
  counter: counter ? nameOf(counter, speaker) : "",
  time: until ? clock(until) : "",
});

/** @param {any[]} all @param {string | null} id */
const find = (all, id) => all.find((one) => one.id === id);
