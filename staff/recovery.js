// A wait longer than told is made up for: what the store offers, one tap each, logged with the visit.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { millis } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { inDanger } from "./ticket_card.js";

class StaffRecovery extends DeskElement {
  static properties = { visit: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
  }

  render() {
    const { visit } = this;
    const mayOffer = visit.allowed_actions.includes("recover");
    const offered = visit.recoveries ?? [];
    if (!offered.length && !(mayOffer && waitIsBroken(visit))) return nothing;
    return html`<section class="recovery" aria-label=${t("staff-recovery")}>
      <h2>${icon("need")} ${t("staff-recovery")}</h2>
      ${desk.about.recoveries.map((one) => this.choice(one, mayOffer))}
    </section>`;
  }

  choice({ id, name }, mayOffer) {
    const done = this.visit.recoveries.some(({ recovery }) => recovery === id);
    if (!done && !mayOffer) return nothing;
    return html`<button
        class="chip"
        aria-pressed=${done}
        aria-disabled=${done || desk.busy}
        @click=${() => done || desk.busy || this.offer(id)}
      >
        ${icon(done ? "check" : "plus")} ${pick(name)}
      </button>
      ${done && mayOffer ? this.mistake(id, name) : nothing}`;
  }

  /** A button of its own: a second tap on the first by mistake must not take it back. */
  mistake(id, name) {
    return html`<button
      class="chip"
      aria-label=${t("staff-recovery-undo", { what: pick(name) })}
      aria-disabled=${desk.busy}
      @click=${() => desk.busy || this.takeBack(id)}
    >
      ${icon("undo")}
    </button>`;
  }

  offer(recovery) {
    return desk.act("recover", `/visits/${this.visit.id}/recovery`, { recovery });
  }

  takeBack(recovery) {
    return desk.act("recover", `/visits/${this.visit.id}/recovery/undo`, { recovery });
  }
}
customElements.define("staff-recovery", StaffRecovery);

/** About to be longer than told, longer already, or called later than told. */
const waitIsBroken = (visit) =>
  inDanger(visit) ||
  (visit.quote && visit.called_at && millis(visit.called_at) > millis(visit.quote.call_by));
