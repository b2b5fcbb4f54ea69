// The slip, handed over by hand: the customer's own page as a code to scan, or opened here.

import { api, problemText } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { desk } from "./desk.js";
import { show, StaffDialog } from "./dialog.js";

class StaffSlip extends StaffDialog {
  static properties = { ticket: { attribute: false }, address: { attribute: false } };

  constructor() {
    super();
    this.ticket = "";
    this.address = "";
  }

  render() {
    const title = t("staff-slip-title", { ticket: this.ticket });
    const inside = html`<p class="explain">${t("staff-slip-explain")}</p>
      ${this.address ? html`<img src="${this.address}/qr.svg" alt=${title} width="320" height="320" />` : nothing}
      <a class="side" href=${this.address} target="_blank" rel="noreferrer"
        >${icon("paper")} <span>${t("staff-slip-open")}</span></a
      >`;
    return this.sheet(title, inside, "slip");
  }
}
customElements.define("staff-slip", StaffSlip);

/** @param {any} visit */
export async function showSlip(visit) {
  const answer = await api.get(`/visits/${visit.id}/slip`);
  if (!answer.ok) return desk.set({ said: { tone: "sorry", text: problemText(answer.body) } });
  show("staff-slip", { ticket: visit.ticket, address: answer.body.follow_url });
}
