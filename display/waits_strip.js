/** Along the bottom: how long each service takes now, and one sentence when it takes long. */
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { nameOf } from "./called_panel.js";
import { inTurn, label, turn } from "./tongues.js";

const SHOWN = 4;

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
  const start = (turn() % pages) * each;
  return services.slice(start, start + each);
}

/** @param {any} service */
function range({ open, wait }) {
  if (!open) return html`<span class="wait-words">${label("display-service-closed")}</span>`;
  if (!wait || wait.basis === "no_counter_open") {
    return html`<span class="wait-words">${label("display-no-wait-known")}</span>`;
  }
  const low = Math.floor(wait.low_s / 60);
  const high = Math.max(1, Math.ceil(wait.high_s / 60));
  return inTurn(({ t }) =>
    low === 0 || low === high
      ? html`<span class="unit">${t(low ? "display-about" : "display-upto")}</span> ${high}
          <span class="unit">${t("display-minutes")}</span>`
      : html`${t("display-range", { low, high })}
          <span class="unit">${t("display-minutes")}</span>`,
  );
}

/** @param {any} board */
export function notice(board) {
  const notices = board.notices;
  if (!notices.length) return nothing;
  const told = notices[turn() % notices.length];
  const service = find(board.services, told.service);
  const counter = find(board.counters, told.counter);
  return html`<p class="notice" role="status">
    ${icon("clock")}
    ${label(sentence(told), (speaker) => ({
      service: speaker.pick(service?.name),
      counter: counter ? nameOf(counter, speaker) : "",
      time: told.until ? clock(told.until) : "",
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
  return "display-long-wait";
}

/** @param {any[]} all @param {string | null} id */
const find = (all, id) => all.find((one) => one.id === id);
