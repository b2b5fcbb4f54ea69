// A service that lasts far longer than usual: perhaps the customer has gone, and only the tap is missing.

import { html, nothing } from "ui/element.js";
import { clock, secondsSince, since } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";

const TYPICALS = 3;
const LONG_S = 900;
const MINUTE_MS = 60_000;
const AGO_MINUTES = 5;

class StaffForgotten extends DeskElement {
  constructor() {
    super();
    /** @type {Map<string, number>} until when a visit's customer is known to be here */
    this.here = new Map();
  }

  get visit() {
    const at = desk.myCounter?.visit;
    const visit = at ? desk.visit(at) : null;
    if (visit?.state !== "serving" || serverNow() < (this.here.get(visit.id) ?? 0)) return null;
    return secondsSince(visit.started_at) > longFor(visit) ? visit : null;
  }

  render() {
    const { visit } = this;
    if (!visit) return nothing;
    const usual = desk.servicePlan(visit.service).typical_minutes;
    return html`<section class="forgotten" role="status">
      ${icon("hourglass")}
      <p>
        <b>${t("staff-forgotten", { ticket: visit.ticket, wait: since(visit.started_at) })}</b>
        <span>${t("staff-forgotten-usual", { minutes: Math.round(usual) })}</span>
      </p>
      <button class="quiet" @click=${() => this.stays(visit)}>${t("staff-still-here")}</button>
      ${ends(visit).map((end) => this.gone(visit, end))}
    </section>`;
  }

  gone(visit, end) {
    return html`<button
      class="quiet"
      aria-disabled=${desk.busy}
      @click=${() => desk.busy || finishedAt(visit, end)}
    >
      ${t("staff-gone-at", { time: clock(end) })}
    </button>`;
  }

  /** Asked again when another such while has passed. */
  stays(visit) {
    this.here.set(visit.id, serverNow() + longFor(visit) * 1000);
    this.requestUpdate();
  }
}
customElements.define("staff-forgotten", StaffForgotten);

const longFor = ({ service }) =>
  Math.max(LONG_S, TYPICALS * 60 * desk.servicePlan(service).typical_minutes);

/** When it may have ended: after the usual time, or a few minutes ago. */
function ends({ service, started_at: started }) {
  const usual = millis(started) + desk.servicePlan(service).typical_minutes * MINUTE_MS;
  return [usual, serverNow() - AGO_MINUTES * MINUTE_MS];
}

function finishedAt(visit, end) {
  const ended_at = new Date(end).toISOString();
  return desk.act("resolved", `/visits/${visit.id}/finish`, { outcome: "resolved", ended_at });
}
