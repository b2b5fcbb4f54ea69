// A shift ends: whoever leaves sees what is open and may note it; whoever comes sees the same, and takes
// the counter over with one tap.

import { api } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import { clock, day } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { openCounter } from "./open_counter.js";
import { counterName, desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";
import { lasting } from "./lasting.js";
import { actionsFor } from "./visit_actions.js";

class StaffHandover extends StaffDialog {
  static properties = {
    counter: { attribute: false },
    notes: { state: true },
    promises: { state: true },
  };

  constructor() {
    super();
    this.counter = "";
    /** Whoever leaves; without it, somebody takes over. */
    /** @type {(() => void) | null} */ this.leave = null;
    /** @type {string[]} */ this.notes = [];
    /** @type {any[]} */ this.promises = [];
    this.asked = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.owed();
  }

  get at() {
    return desk.floor?.counters.find(({ id }) => id === this.counter);
  }

  get visit() {
    return this.at?.visit ? desk.visit(this.at.visit) : null;
  }

  /** What whoever stands at this counter has promised for today, and what is late. */
  async owed() {
    const from = this.at?.staff?.id;
    const answers = await Promise.all(
      ["late", "open"].map((state) => api.get(`/promises?state=${state}&limit=100`)),
    );
    const all = answers.flatMap(({ ok, body }) => (ok ? body.items : []));
    const soon = ({ due }) => day(due) === day(serverNow()) || millis(due) < serverNow();
    this.promises = all.filter((one) => one.staff === from && soon(one));
  }

  willUpdate() {
    const about = `${this.visit?.id} ${this.visit?.seq}`;
    if (!this.visit || about === this.asked) return;
    this.asked = about;
    api.get(`/visits/${this.visit.id}`).then(({ ok, body }) => {
      if (ok) this.notes = body.guest?.notes ?? [];
    });
  }

  render() {
    const counter = counterName(this.counter);
    const title = this.leave ? "staff-handing-over" : "staff-taking-over";
    return this.sheet(
      t(title, { counter }),
      html`<ul class="open-things">
          ${this.customer()} ${this.line()} ${this.promises.map(promised)}
        </ul>
        ${this.leave ? this.leaving() : this.coming()}`,
    );
  }

  customer() {
    const { visit } = this;
    if (!visit) return html`<li>${icon("seat")} <span>${t("staff-hands-nobody")}</span></li>`;
    const service = pick(desk.servicePlan(visit.service).name);
    const words = t("staff-hands-visit", {
      ticket: visit.ticket,
      ...lasting(visit.started_at ?? visit.called_at),
    });
    return html`<li>
        ${icon("person")} <span><b>${words}</b> <small>${service}</small></span>
      </li>
      ${this.notes.map((note) => html`<li>${icon("note")} <span>${note}</span></li>`)}`;
  }

  line() {
    const n = this.at?.line.length ?? 0;
    return html`<li>${icon("people")} <span>${t("staff-n-waiting", { n })}</span></li>`;
  }

  leaving() {
    const [note] = this.visit ? actionsFor(this.visit, ["note"]) : [];
    return html`<div class="handover-acts">
      ${
        note
          ? html`<button class="side" @click=${note.run}>
              ${icon("note")} <span>${t("staff-hands-note")}</span>
            </button>`
          : nothing
      }
      <button class="act" @click=${this.go}>${icon("person")} ${t("staff-hand-over")}</button>
    </div>`;
  }

  go() {
    this.leave?.();
    this.remove();
  }

  coming() {
    const name = this.at?.staff?.name;
    return html`<button class="act" aria-disabled=${desk.busy} @click=${this.take}>
      ${icon("check")} ${name ? t("staff-replace", { name }) : t("staff-take-over")}
    </button>`;
  }

  take() {
    if (desk.busy) return;
    openCounter(this.counter, { replace: true });
    this.remove();
  }
}
customElements.define("staff-handover", StaffHandover);

const promised = ({ ticket, what, due, state }) =>
  html`<li class=${state}>
    ${icon(state === "late" ? "warning" : "clock")}
    <span>
      <b class="num">${ticket}</b> ${what ?? t("staff-promise-erased")}
      <small
        >${t(state === "late" ? "staff-promise-late" : "staff-promise-by", { when: clock(due) })}</small
      >
    </span>
  </li>`;

/** @param {string} counter @param {() => void} leave */
export const handOver = (counter, leave) => show("staff-handover", { counter, leave });

/** @param {string} counter */
export const takeOver = (counter) => show("staff-handover", { counter });
