// A page over the page: opened once, closed by its cross, by Escape or by a tap beside it.

import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement } from "./desk.js";

export class StaffDialog extends DeskElement {
  firstUpdated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.addEventListener("close", () => this.remove());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) this.remove();
    });
    dialog.showModal();
  }

  /** @param {string} title @param {any} inside @param {string} [looks] */
  sheet(title, inside, looks = "") {
    return html`<dialog class="sheet ${looks}" aria-labelledby="dialog-title">
      <div class="sheet-head">
        <h2 id="dialog-title">${title}</h2>
        <button
          class="quiet round"
          aria-label=${t("staff-close-sheet")}
          @click=${() => this.remove()}
        >
          ${icon("cross")}
        </button>
      </div>
      ${inside}
    </dialog>`;
  }
}

/** @param {string} tag @param {Record<string, any>} [fields] */
export function show(tag, fields = {}) {
  document.body.append(Object.assign(document.createElement(tag), fields));
}
