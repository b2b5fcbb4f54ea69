// A second person is needed: who, and what was tried already. One tap on whom calls.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import "./calm_card.js";
import { desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";

const TRIED = ["listened", "explained", "apologised", "papers", "alternatives"];

class StaffAskHelp extends StaffDialog {
  static properties = { tried: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */ this.tried = [];
  }

  toggle(one) {
    const { tried } = this;
    this.tried = tried.includes(one) ? tried.filter((other) => other !== one) : [...tried, one];
  }

  /** @param {"colleague" | "manager"} wants */
  call(wants) {
    if (desk.busy) return;
    const note = this.querySelector("textarea")?.value.trim();
    const body = { wants, tried: this.tried, ...(note ? { note } : {}) };
    desk.act("ask", `/counters/${desk.myCounter.id}/help`, body);
    this.remove();
  }

  render() {
    const visit = desk.myCounter?.visit;
    return this.sheet(
      t("staff-ask-title"),
      html`${visit ? this.tries() : nothing}
        <div class="whom">
          ${this.whom("colleague", "people")} ${this.whom("manager", "shield")}
        </div>
        <button class="choice" @click=${this.calm}>
          ${icon("seat")}
          <span>${t("staff-calm")}<small>${t("staff-calm-detail")}</small></span>
        </button>`,
    );
  }

  calm() {
    show("staff-calm-card");
    this.remove();
  }

  tries() {
    return html`<fieldset class="pick-one">
        <legend>${t("staff-tried")}</legend>
        ${TRIED.map(
          (one) =>
            html`<button
              class="chip"
              aria-pressed=${this.tried.includes(one)}
              @click=${() => this.toggle(one)}
            >
              ${t(`staff-tried-${one}`)}
            </button>`,
        )}
      </fieldset>
      <label>
        <span>${t("staff-ask-note")}</span>
        <textarea rows="2" maxlength="2000"></textarea>
      </label>`;
  }

  whom(wants, picture) {
    return html`<button class="act" aria-disabled=${desk.busy} @click=${() => this.call(wants)}>
      ${icon(picture)} ${t(`staff-ask-${wants}`)}
    </button>`;
  }
}
customElements.define("staff-ask-help", StaffAskHelp);

export const askHelp = () => show("staff-ask-help");
