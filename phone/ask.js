/** `<foyer-ask>`: what the customer may decide: step away, be back, give up the place, say how it was. */
import { api, problemText } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { t } from "ui/words.js";
import { secret } from "./head.js";

const MINUTES = [5, 10, 15, 20, 30, 45, 60];

class FoyerAsk extends FoyerElement {
  static properties = {
    visit: { attribute: false },
    minutes: { state: true },
    asking: { state: true },
    problem: { state: true },
    working: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.visit = null;
    this.minutes = 0;
    /** @type {"hold" | "cancel" | null} */
    this.asking = null;
    this.problem = "";
    this.working = false;
  }

  /** @param {string} action */
  may(action) {
    return this.visit.allowed_actions.includes(action);
  }

  /** @param {string} action @param {any} [body] */
  async send(action, body) {
    if (this.working) return;
    this.working = true;
    this.problem = "";
    const answer = await api.post(`/visits/${this.visit.id}/${action}`, body, { secret: secret() });
    this.working = false;
    if (answer.ok) this.close();
    else this.problem = answer.status === 0 ? t("phone-not-sent") : problemText(answer.body);
  }

  /** @param {"hold" | "cancel"} question */
  open(question) {
    this.asking = question;
    this.problem = "";
    this.minutes = this.choices()[1] ?? this.choices()[0];
  }

  close() {
    this.asking = null;
  }

  choices() {
    const most = this.visit.hold_minutes_max;
    const fitting = MINUTES.filter((minutes) => minutes < most);
    return [...fitting, most].slice(-5);
  }

  updated() {
    const dialog = this.querySelector("dialog");
    if (this.asking && !this.may(this.asking)) this.close();
    else if (this.asking && dialog && !dialog.open) dialog.showModal();
    else if (!this.asking && dialog?.open) dialog.close();
  }

  render() {
    if (!this.visit) return nothing;
    return html`${this.visit.state === "ended" ? this.howWasIt() : this.buttons()}
      <div role="alert">
        ${this.problem && !this.asking ? html`<p class="problem">${this.problem}</p>` : nothing}
      </div>
      <dialog class="sheet" aria-labelledby="sheet-title" @close=${this.close}>
        ${this.asking === "hold" ? this.holdSheet() : nothing}
        ${this.asking === "cancel" ? this.cancelSheet() : nothing}
      </dialog>`;
  }

  buttons() {
    const { state, hold_left } = this.visit;
    return html`<div class="buttons">
      ${
        this.may("return")
          ? html`<button
              class="act big"
              ?disabled=${this.working}
              @click=${() => this.send("return")}
            >
              ${icon("check")} ${t("phone-return")}
            </button>`
          : nothing
      }
      ${
        this.may("hold")
          ? html`<button class="quiet" @click=${() => this.open("hold")}>
              ${icon("hourglass")} ${t("phone-hold")}
            </button>`
          : nothing
      }
      ${
        state === "waiting" && !hold_left
          ? html`<p class="hold-used">${t("phone-hold-used")}</p>`
          : nothing
      }
      ${
        this.may("cancel")
          ? html`<button class="quiet give-up" @click=${() => this.open("cancel")}>
              ${icon("door-out")} ${t(state === "called" ? "phone-cannot-come" : "phone-cancel")}
            </button>`
          : nothing
      }
    </div>`;
  }

  holdSheet() {
    const until = serverNow() + this.minutes * 60_000;
    return html`<h2 id="sheet-title">${t("phone-hold-title")}</h2>
      <div class="minutes" role="radiogroup" aria-labelledby="sheet-title">
        ${this.choices().map(
          (minutes) =>
            html`<label class="minute">
              <input
                type="radio"
                name="minutes"
                .checked=${minutes === this.minutes}
                @change=${() => (this.minutes = minutes)}
              />
              <span>${t("phone-hold-minutes", { minutes })}</span>
            </label>`,
        )}
      </div>
      <p>${t("phone-hold-what", { time: clock(until) })}</p>
      ${this.sheetEnd("phone-hold-do", "act", () => this.send("hold", holdFor(this.minutes)))}`;
  }

  cancelSheet() {
    return html`<h2 id="sheet-title">${t("phone-cancel-title")}</h2>
      <p>${t("phone-cancel-what", { ticket: this.visit.ticket })}</p>
      ${this.sheetEnd("phone-cancel-do", "danger", () => this.send("cancel"))}`;
  }

  /** @param {string} words @param {string} kind @param {() => void} act */
  sheetEnd(words, kind, act) {
    return html`<div role="alert">
        ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
      </div>
      <div class="buttons">
        <button class=${kind} ?disabled=${this.working} @click=${act}>
          ${t(this.working ? "phone-working" : words)}
        </button>
        <button class="quiet" @click=${this.close}>${t("phone-back")}</button>
      </div>`;
  }

  howWasIt() {
    if (this.visit.feedback) {
      return html`<p class="thanks" role="status">
        ${icon("check")} ${t("phone-feedback-thanks")}
      </p>`;
    }
    if (!this.may("feedback")) return nothing;
    return html`<section class="feedback">
      <h2 id="how">${t("phone-feedback")}</h2>
      <div class="scores" role="group" aria-labelledby="how">
        ${[1, 2, 3, 4, 5].map(
          (score) =>
            html`<button
              class="score"
              ?disabled=${this.working}
              @click=${() => this.send("feedback", { score })}
            >
              <span class="score-number num">${score}</span>
              <span class="score-word">${t(`phone-feedback-${score}`)}</span>
            </button>`,
        )}
      </div>
    </section>`;
  }
}

/** @param {number} minutes */
const holdFor = (minutes) => ({ minutes, reason: "stepped_away" });

customElements.define("foyer-ask", FoyerAsk);
