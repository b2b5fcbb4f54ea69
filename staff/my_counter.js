// My counter: the customer's card, and beside it one big button that is always the next thing to do.

import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { askHelp } from "./ask_help.js";
import { counterActions } from "./counter_actions.js";
import "./customer_card.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { openCounter } from "./open_counter.js";
import "./finishing.js";
import "./main_button.js";
import { myBreak } from "./planned_break.js";
import "./said_bar.js";
import { ticketCard } from "./ticket_card.js";
import { actionsFor } from "./visit_actions.js";

const BESIDE = ["recall", "no_show", "hold", "transfer", "note", "remove"];

class StaffMyCounter extends DeskElement {
  get counter() {
    return desk.myCounter;
  }

  get visit() {
    return this.counter.visit ? desk.visit(this.counter.visit) : null;
  }

  render() {
    const { next, after } = callsOf(this.counter);
    const here = this.visit ? null : next;
    return html`<div class="my-counter">
      <div class="before-me">
        ${this.before(here)} ${this.counter.state === "open" ? myBreak(this.counter) : nothing}
      </div>
      <div class="beside">${this.beside()}</div>
      <div class="coming">${this.coming(here || !next ? after : [next, ...after])}</div>
      <staff-said-bar></staff-said-bar>
      <div class="main-place">${this.mainThing()}</div>
    </div>`;
  }

  before(next) {
    if (this.visit) return html`<staff-customer .visit=${this.visit}></staff-customer>`;
    if (this.counter.state === "break") return this.resting();
    if (next) return html`<staff-customer .visit=${next} .next=${true}></staff-customer>`;
    return html`<div class="empty">
      ${icon("seat")}
      <h1>${t("staff-nobody")}</h1>
      <p>${t("staff-nobody-detail")}</p>
    </div>`;
  }

  resting() {
    const { until } = this.counter;
    return html`<div class="empty">
      ${icon("pause")}
      <h1>${until ? t("staff-break-until", { time: clock(until) }) : t("counter-break")}</h1>
      <p>${t("staff-break-detail")}</p>
    </div>`;
  }

  coming(visits) {
    if (!visits.length) return nothing;
    return html`<h2>
        ${t("staff-after")} <small>${t("staff-n-waiting", { n: visits.length })}</small>
      </h2>
      <ol data-scrolls tabindex="0">
        ${repeat(
          visits,
          (visit) => visit.id,
          (visit) => html`<li>${ticketCard(visit)}</li>`,
        )}
      </ol>`;
  }

  beside() {
    const actions = this.visit
      ? actionsFor(this.visit, BESIDE)
      : counterActions(this.counter).filter(({ name }) => name !== "back");
    const call = { icon: "hand", label: t("staff-ask-help"), tone: "", run: askHelp };
    return [...actions, call].map(
      (action) =>
        html`<button
          class="side ${action.tone ?? ""}"
          aria-disabled=${desk.busy}
          @click=${() => desk.busy || action.run()}
        >
          ${icon(action.icon)} <span>${action.label}</span>
        </button>`,
    );
  }

  mainThing() {
    const { visit } = this;
    if (visit && !visit.allowed_actions.includes("start"))
      return html`<staff-finishing .visit=${visit}></staff-finishing>`;
    return html`<staff-main-button
      .does=${visit ? this.next(visit) : this.withoutCustomer()}
    ></staff-main-button>`;
  }

  next(visit) {
    const [start] = actionsFor(visit, ["start"]);
    return (
      start && { ...start, id: `start ${visit.id}`, label: t("action-start"), detail: visit.ticket }
    );
  }

  withoutCustomer() {
    const { id, state, line } = this.counter;
    if (state === "break")
      return { id: "back", icon: "check", label: t("staff-end-break"), run: () => openCounter(id) };
    const call = () => desk.act("call", `/counters/${id}/call_next`);
    const { next } = callsOf(this.counter);
    const helps = next?.counter && next.counter !== id;
    return {
      id: "call",
      icon: "bell",
      label: t("staff-call-next"),
      detail: helps
        ? t("staff-from-line", { counter: counterName(next.counter) })
        : t("staff-n-waiting", { n: line.length }),
      idle: !next,
      run: call,
    };
  }
}
customElements.define("staff-my-counter", StaffMyCounter);

/** Whom the server would call for this counter, and whom after that: nobody else reckons it. */
function callsOf({ next, after }) {
  return {
    next: next ? desk.visit(next) : null,
    after: after.map((id) => desk.visit(id)).filter(Boolean),
  };
}
