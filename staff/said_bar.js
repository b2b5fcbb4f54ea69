// What just happened, in words, with its undo; or why it did not.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { DeskElement, desk, tapWords, undoText } from "./desk.js";

class StaffSaidBar extends DeskElement {
  render() {
    return html`<div class="said-bar" role="status">${this.waiting() ?? this.said()}</div>
      ${this.undo()}`;
  }

  waiting() {
    const { unsent } = desk;
    if (!unsent.length) return desk.staleSince === null ? null : this.stale();
    return html`<p class="said sorry">
      ${icon("clock")}
      <span
        >${t("staff-waits-for-server", { n: unsent.length })}
        <small class="unsent">${unsent.map(tapWords).join(" · ")}</small></span
      >
      <button class="quiet" @click=${() => desk.giveUp()}>${t("staff-give-up")}</button>
    </p>`;
  }

  stale() {
    return html`<p class="said sorry">
      ${icon("signal-lost")} <span>${t("staff-tap-will-wait")}</span>
    </p>`;
  }

  said() {
    if (!desk.said) return nothing;
    return html`<p class="said ${desk.said.tone}">
      ${icon(desk.said.tone === "good" ? "check" : "hand")} <span>${desk.said.text}</span>
      <button
        class="quiet round"
        aria-label=${t("staff-close-sheet")}
        @click=${() => desk.set({ said: null })}
      >
        ${icon("cross")}
      </button>
    </p>`;
  }

  undo() {
    const visit = desk.undoable;
    if (!visit) return nothing;
    return html`<button
      class="undo"
      aria-disabled=${desk.busy}
      @click=${() => desk.busy || desk.undo(visit)}
    >
      ${icon("undo")} <span>${t("action-undo")}</span> <small>${undoText(visit)}</small>
    </button>`;
  }
}
customElements.define("staff-said-bar", StaffSaidBar);
