// Somebody asks for a person, at a kiosk or at a counter: loud, calm, and gone when one of us is on the
// way. Whoever called at a counter sees the own call, and then who is coming.

import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { lasting } from "./lasting.js";
import { nameOf } from "./language_switch.js";

class StaffHelpBand extends DeskElement {
  render() {
    const mine = desk.myCounter;
    const calls = desk.floor?.help ?? [];
    return html`<div role="alert">
        ${repeat(
          calls.filter(({ counter }) => !counter || counter !== mine?.id),
          (call) => call.id,
          (call) => this.call(call),
        )}
      </div>
      <div role="status">
        ${calls.filter(({ counter }) => counter && counter === mine?.id).map(this.own, this)}
        ${mine?.coming ? this.coming(mine.coming) : nothing}
      </div>`;
  }

  call(call) {
    return html`<section class="help-band">
      ${icon("hand")}
      <p><b>${this.asks(call)}</b> ${this.about(call)}</p>
      <button class="act" aria-disabled=${desk.busy} @click=${() => this.answer(call)}>
        ${t("staff-help-coming")}
      </button>
    </section>`;
  }

  asks(call) {
    if (!call.counter) return t("staff-help", { where: this.where(call) });
    return t(`staff-wants-${call.wants}`, {
      counter: counterName(call.counter),
      name: call.staff?.name ?? "",
    });
  }

  where(call) {
    const visit = call.visit && desk.visit(call.visit);
    return visit ? visit.ticket : t("staff-help-kiosk");
  }

  about(call) {
    const parts = [t("staff-help-since", lasting(call.at))];
    const visit = call.counter && call.visit ? desk.visit(call.visit) : null;
    if (visit) parts.push(visit.ticket ?? "");
    if (call.language) parts.push(nameOf(call.language));
    const tried = call.tried.map((one) => t(`staff-tried-${one}`)).join(", ");
    if (tried) parts.push(t("staff-tried-so-far", { tried }));
    return html`<span>${parts.join(" · ")}</span>`;
  }

  own(call) {
    return html`<section class="help-band own">
      ${icon("hand")}
      <p>
        <b>${t(`staff-asked-${call.wants}`)}</b>
        <span>${t("staff-help-since", lasting(call.at))}</span>
      </p>
      <button class="quiet" aria-disabled=${desk.busy} @click=${() => this.answer(call)}>
        ${t("staff-help-over")}
      </button>
    </section>`;
  }

  coming({ staff, at }) {
    return html`<section class="help-band own">
      ${icon("person")}
      <p>
        <b>${t("staff-is-coming", { name: staff.name })}</b>
        <span>${t("staff-help-since", lasting(at))}</span>
      </p>
    </section>`;
  }

  async answer(call) {
    if (desk.busy) return;
    const answer = await desk.act("help", `/help/${call.id}/answer`);
    if (answer) await desk.refresh();
  }
}
customElements.define("staff-help-band", StaffHelpBand);
