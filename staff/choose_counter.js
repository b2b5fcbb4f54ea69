// Where today: a counter to open, or the floor.

import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import "./said_bar.js";
import { openCounter } from "./open_counter.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { takeOver } from "./handover.js";

/** Ends a counter's break; where it is a colleague's, whoever taps is asked first. @param {import("ui/views.js").CounterView} counter */
export function endBreak({ id, staff }) {
  return staff && staff.id !== desk.me.id ? takeOver(id) : openCounter(id);
}

class StaffChooseCounter extends DeskElement {
  render() {
    return html`<section class="where">
      <h1>${t("staff-where", { name: desk.me.name })}</h1>
      ${
        desk.floor
          ? html`<div class="tiles">
              ${repeat(
                desk.floor.counters,
                (counter) => counter.id,
                (counter) => this.tile(counter),
              )}
            </div>`
          : html`<div class="tiles loading" aria-hidden="true"><i></i><i></i><i></i></div>`
      }
      <button class="quiet wide" @click=${() => this.dispatchEvent(new CustomEvent("walk"))}>
        ${icon("person")} ${t("staff-walk-floor")}
      </button>
      <staff-said-bar></staff-said-bar>
    </section>`;
  }

  tile(counter) {
    const plan = desk.counterPlan(counter.id);
    const services = plan.services.map((id) => pick(desk.servicePlan(id).name));
    const taken = counter.staff && counter.state !== "closed";
    return html`<button
      class="tile counter-tile"
      aria-disabled=${desk.busy}
      @click=${() => (taken ? takeOver(counter.id) : openCounter(counter.id))}
    >
      <span class="tile-name">${counterName(counter.id)}</span>
      <small>${services.join(" · ")}</small>
      ${taken ? html`<em>${t("staff-taken-by", { name: counter.staff.name })}</em>` : nothing}
      ${counter.line.length ? html`<em>${t("staff-n-waiting", { n: counter.line.length })}</em>` : nothing}
    </button>`;
  }
}
customElements.define("staff-choose-counter", StaffChooseCounter);
