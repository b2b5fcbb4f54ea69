// The slip, or an appointment, handed over by hand: the customer's own page as a code to scan, or
// opened here.

import { api, problemText } from "ui/api.js";
import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { desk } from "./desk.js";
import { show, StaffDialog } from "./dialog.js";

class StaffSlip extends StaffDialog {
  static properties = {
    title: { attribute: false },
    explain: { attribute: false },
    address: { attribute: false },
    code: { attribute: false },
  };

  constructor() {
    super();
    this.title = "";
    this.explain = "";
    this.address = "";
    this.code = "";
  }

  render() {
    const { title, explain, address, code } = this;
    const inside = html`<p class="explain">${explain}</p>
      <img src="${address}/${code}" alt=${title} width="320" height="320" />
      <a class="side" href=${address} target="_blank" rel="noreferrer"
        >${icon("paper")} <span>${t("staff-slip-open")}</span></a
      >`;
    return this.sheet(title, inside, "slip");
  }
}
customElements.define("staff-slip", StaffSlip);

/** @param {import("ui/views.js").VisitView} visit */
export async function showSlip(visit) {
  const answer = await api.get(`/visits/${visit.id}/slip`);
  if (!answer.ok) return desk.set({ said: { tone: "sorry", text: problemText(answer.body) } });
  handOver(t("staff-slip-title", visit), t("staff-slip-explain"), answer.body.follow_url, "qr.svg");
}

/** @param {string} title @param {string} explain @param {string} address @param {string} code */
export const handOver = (title, explain, address, code) =>
  show("staff-slip", { title, explain, address, code });
