// Somebody at a kiosk asks for a person: loud, calm, and gone when one of us is on the way.

import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { lasting } from "./lasting.js";
import { nameOf } from "./language_switch.js";

class StaffHelpBand extends DeskElement {
  render() {
    const calls = desk.floor?.help ?? [];
    return html`<div role="alert">
      ${repeat(
        calls,
        (call) => call.id,
        (call) =>
          html`<section class="help-band">
            ${icon("hand")}
            <p><b>${t("staff-help", { where: this.where(call) })}</b> ${this.about(call)}</p>
            <button class="act" aria-disabled=${desk.busy} @click=${() => this.come(call)}>
              ${t("staff-help-coming")}
            </button>
          </section>`,
      )}
    </div>`;
  }

  where(call) {
    const visit = call.visit && desk.visit(call.visit);
    return visit ? visit.ticket : t("staff-help-kiosk");
  }

  about(call) {
    return html`<span>${t("staff-help-since", lasting(call.at))}</span>
      ${call.language ? html`<span> · ${nameOf(call.language)}</span>` : nothing}`;
  }

  async come(call) {
    const answer = await desk.act("help", `/help/${call.id}/answer`);
    if (answer) await desk.refresh();
  }
}
customElements.define("staff-help-band", StaffHelpBand);
