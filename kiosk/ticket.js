/** The end of the way: a ticket, a place kept, or a slip with what to bring another day. */
import { html, nothing } from "ui/element.js";
import { comingDays } from "ui/coming_days.js";
import { clock, counterName, day, likelyWait, weekday } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { paged } from "./more.js";
import { printButton, printerSays } from "./printing.js";
import { described, inAList } from "./steps.js";
import { tasks } from "./tasks.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** @param {Kiosk} kiosk */
export const ending = (kiosk) => html`
  ${kiosk.visit.state === "ended" ? comeBack(kiosk) : ticket(kiosk)} ${slip(kiosk)}
`;

/** @param {Kiosk} kiosk */
const ticket = (kiosk) => html`
  <div class="ending">
    <article class="ticket">
      <div class="stub">
        ${mark()}
        <h1 id="title" tabindex="-1">
          <span class="says">${t("kiosk-your-number")}</span>
          <span class="num number">${kiosk.visit.ticket}</span>
        </h1>
        <p class="where">${where(kiosk)}</p>
        ${comesAt(kiosk)}
      </div>
      <div class="told">
        ${kiosk.visit.state === "held" ? kept(kiosk) : quoted(kiosk)} ${takenFor(kiosk)}
      </div>
    </article>
    ${tasks(kiosk)} ${fetching(kiosk)} ${kiosk.walk.resumed ? nothing : follow(kiosk)}
    ${comesBack(kiosk) ? returning(kiosk) : finish(kiosk)}
  </div>
`;

/** @param {Kiosk} kiosk */
const follow = (kiosk) => html`
  <aside class="follow">
    ${code(kiosk)}
    <p>
      <strong>${t("kiosk-follow")}</strong>
      ${printerSays(kiosk, kiosk.visit.state === "held" ? "kiosk-kept-means" : "kiosk-follow-means")}
    </p>
  </aside>
`;

/** Whose place was kept, and who shows the ticket again. @param {Kiosk} kiosk */
const comesBack = ({ visit, walk }) => walk.resumed && visit.state === "held";

/** @param {Kiosk} kiosk */
const returning = (kiosk) => html`
  <div class="pair finish">
    <button class="quiet" @click=${() => kiosk.decide("cancel")}>
      ${icon("paper")} ${t("kiosk-choose-come_back")}
    </button>
    <button class="act" @click=${() => kiosk.decide("return")}>
      ${icon("check")} ${t("kiosk-return")}
    </button>
  </div>
`;

/** @param {Kiosk} kiosk */
function where({ about, visit }) {
  const counter = about.counters.find((/** @type {any} */ { id }) => id === visit.counter);
  if (!counter) return t("kiosk-called");
  const place = pick(counter.where);
  const name = counterName(counter.name);
  return place ? t("kiosk-counter-where", { counter: name, place }) : name;
}

/** What the ticket is for, and what was asked for besides. @param {Kiosk} kiosk */
function takenFor({ about, visit, walk }) {
  const needs = about.needs.filter((/** @type {any} */ { id }) => visit.needs.includes(id));
  return html`
    <p class="for">${walk.service?.name ?? ""}</p>
    ${
      needs.length
        ? html`<p class="noted">
            ${icon("check")}
            <span
              >${t("kiosk-noted", { needs: inAList(needs.map((/** @type {any} */ { name }) => pick(name))) })}</span
            >
          </p>`
        : nothing
    }
  `;
}

/** @param {Kiosk} kiosk */
function comesAt({ visit }) {
  if (!visit.appointment_at) return nothing;
  const time = clock(visit.appointment_at);
  return html`<p class="comes-at">
    ${icon("calendar")} ${t("kiosk-ticket-appointment", { time })}
  </p>`;
}

/** @param {Kiosk} kiosk */
function quoted({ visit: { quote, ahead } }) {
  if (!quote) return nothing;
  if (quote.basis === "after_closing") {
    return html`<p class="closing">${t("kiosk-basis-after_closing")}</p>`;
  }
  return html`
    <p class="range">
      <span>${t("kiosk-wait")}</span>
      <strong class="num">${likelyWait(quote)}</strong>
    </p>
    <p class="callby">
      <span>${t("kiosk-call-by")}</span>
      <strong class="num">${t("kiosk-before", { time: clock(quote.call_by) })}</strong>
    </p>
    <p class="ahead">
      ${t("kiosk-ahead", { ahead: ahead ?? 0 })}
      ${
        quote.basis === "history"
          ? nothing
          : html`<span class="basis">${t(`kiosk-basis-${quote.basis}`)}</span>`
      }
    </p>
  `;
}

/** @param {Kiosk} kiosk */
const kept = ({ visit }) => html`
  <p class="callby">
    <span>${t("kiosk-kept")}</span>
    <strong class="num">${t("kiosk-until", { time: clock(visit.held_until) })}</strong>
  </p>
`;

/** What somebody whose place is kept went to get. @param {Kiosk} kiosk */
const fetching = ({ visit, walk }) =>
  visit.state === "held" && !walk.resumed
    ? html`<section class="tasks fetch">
        <h2>${t("kiosk-fetch")}</h2>
        ${paged(fetched(walk))}
      </section>`
    : nothing;

/** @param {import("./walk.js").Walk} walk */
const fetched = (walk) =>
  html`<ul class="missing">
    ${walk.missing.map(wanted)}
  </ul>`;

/** @param {Kiosk} kiosk */
const comeBack = (kiosk) => html`
  <div class="ending">
    <div class="title">
      <h1 id="title" tabindex="-1">${t("kiosk-come-back-title")}</h1>
      <p class="lead">
        ${t(kiosk.visit.ticket ? "kiosk-come-back-given" : "kiosk-come-back-lead")}
      </p>
    </div>
    <article class="card list">
      <h2>${t("kiosk-bring", { service: kiosk.walk.service?.name ?? "" })}</h2>
      ${paged(html`${toBring(kiosk)} ${comingDays(kiosk.coming)}`)}
    </article>
    <aside class="follow">
      ${code(kiosk)}
      <p>
        <strong>${t("kiosk-take-list")}</strong>
        ${printerSays(kiosk, "kiosk-take-list-means")}
      </p>
    </aside>
    ${finish(kiosk)}
  </div>
`;

/**
 * What was missing in full, and what was there today by its name.
 * @param {Kiosk} kiosk
 */
function toBring({ walk }) {
  const had = walk.atHand;
  return html`
    <ul class="missing">
      ${walk.missing.map(wanted)}
    </ul>
    ${
      had.length
        ? html`
            <p class="again">${t("kiosk-bring-too")}</p>
            <ul class="had">
              ${had.map((paper) => html`<li>${icon("check")} ${paper.name}</li>`)}
            </ul>
          `
        : nothing
    }
  `;
}

/** @param {import("./walk.js").Standing} standing */
const wanted = ({ open, lacking }) => html`
  <li>
    <span class="plate arch">${icon(open[0].icon)}</span>
    <span class="alternatives">
      ${lacking > 1 ? html`<em>${t("kiosk-so-many", { count: lacking })}</em>` : nothing}
      ${open.map(
        (paper, index) => html`
          ${index && lacking === 1 ? html`<em>${t("kiosk-or")}</em>` : nothing} ${described(paper)}
        `,
      )}
    </span>
  </li>
`;

/** @param {Kiosk} kiosk */
const code = ({ visit }) =>
  html`<img class="code" src=${`${visit.follow_url}/qr.svg`} alt=${t("kiosk-code")} />`;

/** @param {Kiosk} kiosk */
const finish = (kiosk) => html`
  <div class="pair finish">
    ${printButton(kiosk)}
    <button class="act" @click=${() => kiosk.startOver()}>
      ${icon("check")} ${t("kiosk-done")}
    </button>
  </div>
`;

/**
 * What the printer gets: the number, the wait that was told, and exactly what to bring.
 * @param {Kiosk} kiosk
 */
const slip = (kiosk) => html`
  <article class="slip" aria-hidden="true">
    <p class="head">${mark()} ${pick(kiosk.about.name)}</p>
    ${
      kiosk.visit.state !== "ended"
        ? html`
            <p class="num number">${kiosk.visit.ticket}</p>
            <p>${where(kiosk)}</p>
            ${comesAt(kiosk)} ${kiosk.visit.state === "held" ? kept(kiosk) : quoted(kiosk)}
            ${takenFor(kiosk)}
            ${
              kiosk.visit.state === "held"
                ? html`<p class="again">${t("kiosk-fetch")}</p>
                    ${fetched(kiosk.walk)}`
                : nothing
            }
          `
        : nothing
    }
    ${
      kiosk.visit.state === "held" || !kiosk.walk.toBring.length
        ? nothing
        : html`
            <h2>${t("kiosk-bring", { service: kiosk.walk.service?.name ?? "" })}</h2>
            ${toBring(kiosk)} ${kiosk.visit.state === "ended" ? comingDays(kiosk.coming) : nothing}
          `
    }
    ${code(kiosk)}
    <p class="when num">
      ${weekday(kiosk.visit.arrived_at)} ${day(kiosk.visit.arrived_at)},
      ${clock(kiosk.visit.arrived_at)}
    </p>
  </article>
`;
