// The one big button. It takes no tap in the moment its meaning changes: nobody can have read it yet.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";

class StaffMainButton extends DeskElement {
  static properties = { does: { attribute: false } };

  constructor() {
    super();
    /** @type {{id: string, icon: string, label: string, detail?: string, idle?: boolean, run: () => any} | undefined} */
    this.does = undefined;
    this.shown = "";
  }

  updated() {
    const id = this.does?.id ?? "";
    if (id === this.shown) return;
    if (this.shown) desk.settle();
    this.shown = id;
  }

  render() {
    if (!this.does) return nothing;
    const { id, icon: picture, label, detail, run, idle = false } = this.does;
    const waits = desk.unsent.some(({ what }) => what === id);
    const still = desk.busy || idle || waits;
    return html`<button
      class=${idle ? "main quiet" : "main act"}
      aria-disabled=${still}
      @click=${() => still || run()}
    >
      ${icon(picture)}
      <span>${label} <small>${waits ? t("staff-waits") : (detail ?? nothing)}</small></span>
    </button>`;
  }
}
customElements.define("staff-main-button", StaffMainButton);
