// Somebody's whole card over the floor: where papers are looked at while people still stand in line.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import "./customer_card.js";
import { desk } from "./desk.js";
import { show, StaffDialog } from "./dialog.js";
import "./said_bar.js";
import { actionsFor } from "./visit_actions.js";

const ACTS = ["slip", "note", "hold", "return"];

class StaffCustomerSheet extends StaffDialog {
  static properties = { visit: { attribute: false } };

  constructor() {
    super();
    this.visit = "";
  }

  render() {
    const visit = desk.visit(this.visit);
    return html`<dialog class="sheet wide" aria-label=${visit?.ticket ?? ""}>
      <button
        class="quiet round close"
        aria-label=${t("staff-close-sheet")}
        @click=${() => this.remove()}
      >
        ${icon("cross")}
      </button>
      ${visit ? html`<staff-customer .visit=${visit}></staff-customer>` : nothing}
      ${visit ? html`<div class="sheet-acts">${actionsFor(visit, ACTS).map((one) => this.act(one))}</div>` : nothing}
      <staff-said-bar></staff-said-bar>
    </dialog>`;
  }

  act({ icon: picture, label, run }) {
    return html`<button class="side" aria-disabled=${desk.busy} @click=${() => desk.busy || run()}>
      ${icon(picture)} <span>${label}</span>
    </button>`;
  }
}
customElements.define("staff-customer-sheet", StaffCustomerSheet);

/** @param {string} visit */
export function showCustomer(visit) {
  show("staff-customer-sheet", { visit });
}
