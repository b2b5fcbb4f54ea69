// The store's machine cannot write down what is tapped: everybody sees it, and whom to tell.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";

class StaffDiskBand extends DeskElement {
  render() {
    const why = desk.floor?.trouble;
    return html`<div role="alert">
      ${
        why
          ? html`<p class="stale">
              ${icon("signal-lost")}
              <span><b>${t("staff-disk", { why })}</b> ${t("staff-disk-what", { why })}</span>
            </p>`
          : nothing
      }
    </div>`;
  }
}
customElements.define("staff-disk-band", StaffDiskBand);
