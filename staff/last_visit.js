// What is known from the last time: how it ended, what was noted, and what is still promised.

import { html, nothing } from "ui/element.js";
import { clock, day } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { desk } from "./desk.js";

/** @param {import("ui/views.js").EarlierVisitView[]} visits the newest first */
export function lastVisit(visits) {
  if (!visits.length) return nothing;
  const [last] = visits;
  const plan = desk.servicePlan(last.service);
  const end = last.outcome ? t(`outcome-${last.outcome}`) : t(`ended-${last.ended_as ?? "served"}`);
  return html`<section class="last-visit">
    <h2>${icon("restart")} ${t("staff-last-time", { when: when(last.arrived_at) })}</h2>
    <p>${plan ? pick(plan.name) : last.service} · ${end}</p>
    <ul>
      ${visits.flatMap(({ promises }) => promises.filter(isOpen).map(promise))}
      ${visits.flatMap(({ notes }) => notes.map((note) => html`<li>${icon("note")} ${note}</li>`))}
    </ul>
  </section>`;
}

const isOpen = ({ state }) => state !== "kept";

/** @param {import("ui/views.js").PromiseView} promise */
const promise = ({ what, state, due }) =>
  html`<li class="promised ${state}">
    ${icon(state === "late" ? "warning" : "clock")}
    <span>${what} <em>${t(`staff-promised-${state}`, { when: when(due) })}</em></span>
  </li>`;

/** "14:00" today, "12 October" on any other day. */
const when = (moment) =>
  day(millis(moment)) === day(serverNow()) ? clock(moment) : day(millis(moment));
