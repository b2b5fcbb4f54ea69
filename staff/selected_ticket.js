// The ticket tapped on the floor: what it is, and what can be done with it.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { showCustomer } from "./customer_sheet.js";
import "./recovery.js";
import { ask } from "./sheet.js";
import { nameOf } from "./language_switch.js";
import { actionsFor } from "./visit_actions.js";
import { VERDICT_ICONS } from "./visit_papers.js";
import { whyNotNext } from "./why.js";

const CALL_REASONS = ["quick", "promised", "needs", "papers"];

class StaffSelected extends DeskElement {
  static properties = { visit: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
  }

  /** Out of order: only at a free counter of my own, and never without a reason. */
  get mayCall() {
    const mine = desk.myCounter;
    return this.visit.allowed_actions.includes("call") && mine?.allowed_actions.includes("call");
  }

  async call() {
    const mine = desk.myCounter;
    const { visit } = this;
    const reason = await ask({
      title: t("staff-call-title", { ticket: visit.ticket, counter: counterName(mine.id) }),
      explain: t("staff-call-explain"),
      choices: CALL_REASONS.map((value) => ({ value, label: t(`staff-call-${value}`) })),
      write: t("staff-other-reason"),
    });
    if (!reason) return;
    const answer = await desk.act("call", `/counters/${mine.id}/call`, { visit: visit.id, reason });
    if (answer) desk.set({ selected: null });
  }

  render() {
    const { visit } = this;
    if (!visit) return nothing;
    const { verdict, items } = visit.papers;
    return html`<section class="selected card" aria-label=${visit.ticket}>
      <div class="selected-who">
        <b class="num">${visit.ticket}</b>
        <p>
          ${pick(desk.servicePlan(visit.service).name)} · ${nameOf(visit.language)}<br />
          ${items.length ? html`<span class="verdict-word ${verdict}">${icon(VERDICT_ICONS[verdict])} ${t(`verdict-${verdict}`)}</span>` : t("staff-no-papers")}
        </p>
        <button
          class="quiet round"
          aria-label=${t("staff-close-sheet")}
          @click=${() => desk.set({ selected: null })}
        >
          ${icon("cross")}
        </button>
      </div>
      <div class="selected-acts">
        ${this.mayCall ? this.button("bell", t("staff-call-now"), () => this.call()) : nothing}
        ${this.button("paper", t("staff-papers-look"), () => showCustomer(visit.id))}
        ${
          visit.allowed_actions.includes("move")
            ? this.button("people", t("staff-several"), () => desk.set({ together: [visit.id] }))
            : nothing
        }
        ${visit.state === "waiting" ? this.button("question", t("staff-why-wait"), () => whyNotNext(visit)) : nothing}
        ${actionsFor(visit).map(({ icon: picture, label, run, tone }) => this.button(picture, label, run, tone))}
      </div>
      <staff-recovery .visit=${visit}></staff-recovery>
    </section>`;
  }

  button(picture, label, run, tone = "") {
    return html`<button
      class="side ${tone}"
      aria-disabled=${desk.busy}
      @click=${() => desk.busy || run()}
    >
      ${icon(picture)} <span>${label}</span>
    </button>`;
  }
}
customElements.define("staff-selected", StaffSelected);
