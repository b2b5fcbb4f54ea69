// The slip, handed over by hand: the customer's own page as a code to scan, or opened here.

import { api, problemText } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { desk } from "./desk.js";

class StaffSlip extends FoyerElement {
  static properties = { ticket: { attribute: false }, address: { attribute: false } };

  constructor() {
    super();
    this.ticket = "";
    this.address = "";
  }

  firstUpdated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.addEventListener("close", () => this.remove());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) this.remove();
    });
    dialog.showModal();
  }

  render() {
    const title = t("staff-slip-title", { ticket: this.ticket });
    return html`<dialog class="sheet slip" aria-labelledby="slip-title">
      <div class="sheet-head">
        <h2 id="slip-title">${title}</h2>
        <button
          class="quiet round"
          aria-label=${t("staff-close-sheet")}
          @click=${() => this.remove()}
        >
          ${icon("cross")}
        </button>
      </div>
      <p class="explain">${t("staff-slip-explain")}</p>
      ${this.address ? html`<img src="${this.address}/qr.svg" alt=${title} width="320" height="320" />` : nothing}
      <a class="side" href=${this.address} target="_blank" rel="noreferrer"
        >${icon("paper")} <span>${t("staff-slip-open")}</span></a
      >
    </dialog>`;
  }
}
customElements.define("staff-slip", StaffSlip);

/** @param {any} visit */
export async function showSlip(visit) {
  const answer = await api.get(`/visits/${visit.id}/slip`);
  if (!answer.ok) return desk.set({ said: { tone: "sorry", text: problemText(answer.body) } });
  const slip = /** @type {StaffSlip} */ (document.createElement("staff-slip"));
  slip.ticket = visit.ticket;
  slip.address = answer.body.follow_url;
  document.body.append(slip);
}
