// Several tickets in one hand, to be moved together.

import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";

class StaffTogether extends DeskElement {
  render() {
    const { inHand } = desk;
    return html`<section class="together" aria-label=${t("staff-together", { n: inHand.length })}>
      <p>
        <b>${t("staff-together", { n: inHand.length })}</b>
        ${inHand.map(({ ticket }) => html`<span class="num">${ticket}</span> `)}
      </p>
      <p class="hint">${t("staff-together-hint")}</p>
      <button
        class="quiet round"
        aria-label=${t("staff-close-sheet")}
        @click=${() => desk.set({ selected: null, together: null })}
      >
        ${icon("cross")}
      </button>
    </section>`;
  }
}
customElements.define("staff-together", StaffTogether);
