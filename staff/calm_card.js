// For a difficult moment: five short steps, each with words that can be said as they stand, in the
// customer's language too.

import { html, nothing } from "ui/element.js";
import { language, languages, t, wordsIn } from "ui/words.js";
import { desk } from "./desk.js";
import { StaffDialog } from "./dialog.js";

const STEPS = ["breathe", "hear", "sorry", "choice", "promise"];

class StaffCalmCard extends StaffDialog {
  static properties = { speaker: { state: true } };

  constructor() {
    super();
    /** @type {import("ui/words.js").Speaker | null} */ this.speaker = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const here = desk.myCounter?.visit;
    const spoken = here ? desk.visit(here)?.language : null;
    if (!spoken || spoken === language() || !languages().includes(spoken)) return;
    const theirs = wordsIn(spoken, ["staff"]);
    theirs.then((speaker) => (this.speaker = speaker)).catch(() => {});
  }

  render() {
    return this.sheet(
      t("staff-calm"),
      html`<ol class="calm">
          ${STEPS.map((step) => this.step(step))}
        </ol>
        <p class="calm-limit">${t("staff-calm-limit")}</p>
        ${desk.myCounter ? this.manager() : nothing}`,
      "wide",
    );
  }

  step(step) {
    const says = `staff-calm-${step}-say`;
    return html`<li>
      <b>${t(`staff-calm-${step}`)}</b>
      ${
        this.speaker
          ? html`<q lang=${this.speaker.lang} dir=${this.speaker.dir}>${this.speaker.t(says)}</q>`
          : nothing
      }
      <q class=${this.speaker ? "meaning" : ""}>${t(says)}</q>
    </li>`;
  }

  manager() {
    return html`<button class="act" aria-disabled=${desk.busy} @click=${this.call}>
      ${t("staff-call-manager")}
    </button>`;
  }

  call() {
    if (desk.busy) return;
    desk.act("ask", `/counters/${desk.myCounter.id}/help`, { wants: "manager" });
    this.remove();
  }
}
customElements.define("staff-calm-card", StaffCalmCard);
