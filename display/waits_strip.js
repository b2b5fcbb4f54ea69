/** Along the bottom: how long each service takes now, and one sentence when it takes long. */
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { todaySentence } from "ui/today.js";
import { nameOf } from "./called_panel.js";
import { inTurn, label, round, turn } from "./tongues.js";

const SHOWN = 4;
const KEPT_SHOWN = 3;

/** @param {any} board */
export function waits(board) {
  return html`<ul class="waits">
    ${repeat(
      page(board.services),
      (service) => service.id,
      (service) =>
        html`<li class="wait">
          <p class="wait-service">
            <span class="prefix num">${service.prefix}</span>
            ${inTurn((speaker) => speaker.pick(service.name))}
          </p>
          <p class="wait-range num">${range(service)}</p>
        </li>`,
    )}
  </ul>`;
}

/** @param {any[]} services */
function page(services) {
  const pages = Math.max(1, Math.ceil(services.length / SHOWN));
  const each = Math.ceil(services.length / pages);
  // One on each round, or a page and a language could always meet.
  const start = ((turn() + round()) % pages) * each;
  return services.slice(start, start + each);
}

/** @param {any} service */
function range({ open, wait }) {
  if (!open) return html`<span class="wait-words">${label("display-service-closed")}</span>`;
  if (!wait || wait.basis === "no_counter_open") {
    return html`<span class="wait-words">${label("display-no-wait-known")}</span>`;
  }
  if (wait.basis === "after_closing") {
    return html`<span class="wait-words">${label("display-wait-closing")}</span>`;
  }
  return minutes(wait);
}

/** @param {{ low_s: number, high_s: number }} wait */
function minutes({ low_s, high_s }) {
  const low = Math.floor(low_s / 60);
  const high = Math.max(1, Math.ceil(high_s / 60));
  return inTurn(({ t }) =>
    low === 0 || low === high
      ? html`<span class="unit">${t(low ? "display-about" : "display-upto")}</span> ${high}
          <span class="unit">${t("display-minutes")}</span>`
      : html`${t("display-range", { low, high })}
          <span class="unit">${t("display-minutes")}</span>`,
  );
}

/**
 * What is different today comes first, then who was told less: their sentence also says why it takes long. Who is away with the
 * place kept has the turn after them.
 * @param {any} board
 */
export function notice({ today, later, notices, held, services, counters }) {
  const told = [...today, ...(later.length ? later : notices), ...pagesOf(held)];
  if (!told.length) return nothing;
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

/** @param {any[]} held */
function pagesOf(held) {
  const pages = [];
  for (let at = 0; at < held.length; at += KEPT_SHOWN)
    pages.push({ kept: held.slice(at, at + KEPT_SHOWN) });
  return pages;
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

/** @param {any} told @param {any} service @param {any} counter */
function longWait(told, service, counter) {
  return html`<p class="notice" role="status">
    ${icon("clock")}
    ${label(sentence(told), (speaker) => ({
      service: speaker.pick(service?.name),
      ...causeWords(told, counter, speaker),
    }))}
  </p>`;
}

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

/** @param {any} told @param {any} counter */
function laterThanTold(told, counter) {
  return html`<div class="notice later" role="status">
    ${told.waits.map(
      (/** @type {any} */ { ticket, wait }) =>
        html`<p class="later-wait">
          <b class="num" dir="ltr">${ticket}</b>
          <span class="num">${newRange(wait)}</span>
        </p>`,
    )}
    <p class="later-words">
      ${label("display-later")}
      <span>${inTurn((speaker) => cause(told, counter, speaker))}</span>
    </p>
  </div>`;
}

/** @param {any} wait */
function newRange(wait) {
  if (wait.basis === "no_counter_open") return label("display-later-unknown");
  return wait.basis === "after_closing" ? label("display-wait-closing") : minutes(wait);
}

/** @param {any} told @param {any} counter @param {import("./tongues.js").Speaker} speaker */
function cause(told, counter, speaker) {
  const until = told.reason === "counter_on_break" && told.until ? "-until" : "";
  return speaker.t(`display-why-${told.reason}${until}`, causeWords(told, counter, speaker));
}

/** @param {any} told @param {any} counter @param {import("./tongues.js").Speaker} speaker */
const causeWords = ({ until }, counter, speaker) => ({
  counter: counter ? nameOf(counter, speaker) : "",
  time: until ? clock(until) : "",
});

/** @param {any[]} all @param {string | null} id */
const find = (all, id) => all.find((one) => one.id === id);
