/** Two things that may come in front of a step: "are you still there?" and a person who was asked for. */
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** @param {Kiosk} kiosk */
export const stillThere = (kiosk) => html`
  <dialog class="ask" id="idle" aria-labelledby="idle-title" @cancel=${() => kiosk.stay()}>
    <h2 id="idle-title">${t("kiosk-still-there")}</h2>
    <p>${t("kiosk-still-there-means")}</p>
    <p class="num left" role="timer">${kiosk.idle_left_s}</p>
    <div class="answers">
      <button class="act" @click=${() => kiosk.stay()}>${t("kiosk-still-here")}</button>
      <button class="quiet" @click=${() => kiosk.startOver()}>${t("kiosk-start-over")}</button>
    </div>
  </dialog>
`;

/** @param {Kiosk} kiosk */
export function toAPerson(kiosk) {
  const { state, by } = kiosk.help ?? { state: "asking", by: "" };
  const phone = kiosk.about.phone ?? "";
  const named = state === "coming" && by ? "coming-by" : state;
  return html`
    <dialog class="ask" id="help" aria-labelledby="help-title" @close=${() => kiosk.helpSeen()}>
      <span class="plate arch">${icon(state === "failed" ? "signal-lost" : "person")}</span>
      <h2 id="help-title">${t(`kiosk-help-${named}`, { name: by })}</h2>
      ${state === "closed" && !phone ? nothing : html`<p>${t(`kiosk-help-${state}-means`, { phone })}</p>`}
      <div class="answers">
        <button class="act" @click=${() => kiosk.helpSeen()}>${t("kiosk-help-close")}</button>
      </div>
    </dialog>
  `;
}
