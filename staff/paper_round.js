// The floor walker's round: whose papers need a look while they still stand in line, the oldest first.

import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { showCustomer } from "./customer_sheet.js";
import { DeskElement, desk } from "./desk.js";
import { lasting } from "./lasting.js";
import "./said_bar.js";
import { scanButton } from "./scan_ticket.js";
import { STATUS_ICONS, statusText } from "./visit_papers.js";

const WAITS = ["waiting", "held"];
const LACKS = ["missing", "rejected"];
const UNSEEN = ["declared", "read"];

/** @type {[string, string, (visit: any) => boolean][]} each visit is in the first group that takes it */
const GROUPS = [
  ["asks", "hand", (visit) => visit.help],
  ["lacking", "question", ({ papers }) => papers.verdict !== "ready"],
  ["unseen", "eye", ({ papers }) => papers.items.some(({ status }) => UNSEEN.includes(status))],
  ["done", "check", () => true],
];

const groupOf = (visit) => GROUPS.find(([, , takes]) => takes(visit))?.[0] ?? "done";

const waiting = () =>
  Object.values(desk.floor?.visits ?? {})
    .filter(({ state }) => WAITS.includes(state))
    .sort((one, other) => one.arrived_at.localeCompare(other.arrived_at));

/** How many a floor walker should go to first: who asks, and who lacks something. */
export const toGoTo = () =>
  waiting().filter((visit) => ["asks", "lacking"].includes(groupOf(visit))).length;

class StaffPaperRound extends DeskElement {
  render() {
    if (!desk.floor)
      return html`<div class="floor loading" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const visits = waiting();
    const shown = GROUPS.slice(0, -1)
      .map(([name, picture]) => ({
        name,
        picture,
        visits: visits.filter((visit) => groupOf(visit) === name),
      }))
      .filter((group) => group.visits.length);
    const done = visits.filter((visit) => groupOf(visit) === "done").length;
    return html`<div class="round-page">
      <h1 class="visually-hidden">${t("staff-round")}</h1>
      ${shown.length ? html`<div class="round-groups">${shown.map((group) => this.group(group))}</div>` : this.nobody()}
      <div class="floor-foot">
        <staff-said-bar></staff-said-bar>
        <p class="hint">${t("staff-round-done", { n: done })}</p>
        ${scanButton()}
      </div>
    </div>`;
  }

  nobody() {
    return html`<div class="empty">
      ${icon("check")}
      <h2>${t("staff-round-nobody")}</h2>
      <p>${t("staff-round-nobody-detail")}</p>
    </div>`;
  }

  group({ name, picture, visits }) {
    return html`<section class="round-group ${name}" aria-label=${t(`staff-round-${name}`)}>
      <h2>${icon(picture)} ${t(`staff-round-${name}`)} <b class="num">${visits.length}</b></h2>
      <ol>
        ${repeat(
          visits,
          (visit) => visit.id,
          (visit) => html`<li>${this.row(visit)}</li>`,
        )}
      </ol>
    </section>`;
  }

  row(visit) {
    const { verdict, items } = visit.papers;
    const wanted = verdict === "ready" ? UNSEEN : LACKS;
    const open = items.filter(({ status }) => wanted.includes(status));
    return html`<button
      class="round-row"
      aria-haspopup="dialog"
      @click=${() => showCustomer(visit.id)}
    >
      <span class="ticket-head">
        <b class="num">${visit.ticket}</b>
        <span class="wait-words">${this.waits(visit)}</span>
        <i class="mark speaks" lang=${visit.language}>${visit.language}</i>
      </span>
      <span class="round-papers">${open.map((item) => this.paper(item))}</span>
    </button>`;
  }

  waits({ state, held_until: until, arrived_at: arrived }) {
    return state === "held" ? t("staff-card-held", { time: clock(until) }) : lasting(arrived).wait;
  }

  paper(item) {
    const plan = desk.about.papers.find(({ id }) => id === item.paper);
    return html`<span class="round-paper ${item.status}">
      ${icon(STATUS_ICONS[item.status])}
      <span>
        ${pick(plan?.name) || item.paper}
        ${LACKS.includes(item.status) ? html`<small>${statusText(item)}</small>` : nothing}
      </span>
    </span>`;
  }
}
customElements.define("staff-paper-round", StaffPaperRound);
