/** `<manager-today>`: what is different today, how to say it, and how to take it back. */
import { api, problemText } from "ui/api.js";
import { FoyerElement, html, keyed, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { KINDS, REASONS, timesToSay } from "ui/say_today.js";
import { todaySentence } from "ui/today.js";
import { pick, t } from "ui/words.js";

/** @typedef {import("ui/views.js").StoreView} StoreView */
/** @typedef {import("ui/views.js").FloorView} FloorView */
/** @typedef {{ value: string, label: string }} Choice */

/** What is sent of a kind's fields. @type {Record<string, (fields: any) => any>} */
const SAID = {
  closes_at: ({ when }) => ({ closes_at: when }),
  service: ({ service, when }) => ({ service, closed_from: when }),
  running_late: ({ reason }) => ({ running_late: { reason } }),
  message: ({ message }) => ({ message }),
};

class ManagerToday extends FoyerElement {
  static properties = {
    about: { attribute: false },
    floor: { attribute: false },
    kind: { state: true },
    times: { state: true },
    busy: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    /** @type {StoreView | null} */ this.about = null;
    /** @type {FloorView | null} */ this.floor = null;
    this.kind = KINDS[0];
    /** @type {Choice[]} as they were when the form was opened */ this.times = [];
    this.busy = false;
    this.trouble = "";
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  open() {
    this.trouble = "";
    this.times = timesToSay(this.floor?.closes_at ?? null);
    this.kind = KINDS[0];
    this.dialog.showModal();
  }

  /** @param {any} event */
  async say(event) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    if (await this.send(() => api.post("/today", SAID[this.kind](fields)))) this.dialog.close();
  }

  /** Whether it was done. @param {() => Promise<import("ui/api.js").Answer>} ask */
  async send(ask) {
    if (this.busy) return false;
    this.busy = true;
    const { ok, status, body } = await ask();
    this.busy = false;
    this.trouble = ok ? "" : status ? problemText(body) : t("ui-unreachable");
    return ok;
  }

  render() {
    const { about, floor } = this;
    if (!about || !floor) return nothing;
    const trouble = this.trouble
      ? html`<p class="trouble" role="alert">${this.trouble}</p>`
      : nothing;
    return html`<button class="quiet small" @click=${() => this.open()}>
        ${icon("info")} ${t("manager-today")}
      </button>
      <div class="in-force" role="status">
        ${repeat(
          floor.today,
          ({ id }) => id,
          (one) => this.inForce(one),
        )}
      </div>
      ${this.dialog?.open ? nothing : trouble}
      <dialog
        class="card ask-today"
        aria-labelledby="today-title"
        @close=${() => this.requestUpdate()}
        @click=${(/** @type {any} */ event) => event.target === this.dialog && this.dialog.close()}
      >
        <form @submit=${(/** @type {any} */ event) => this.say(event)}>
          <h2 id="today-title">${t("say-today-title")}</h2>
          <p class="note">${t("say-today-detail")}</p>
          ${this.kinds()} ${keyed(this.times, this.fields(about))} ${trouble}
          <p class="acts">
            <button type="button" class="quiet small" @click=${() => this.dialog.close()}>
              ${t("manager-close")}
            </button>
            <button class="act small" aria-disabled=${this.busy}>${t("say-today-say")}</button>
          </p>
        </form>
      </dialog>`;
  }

  /** @param {import("ui/views.js").ExceptionView} one */
  inForce(one) {
    return html`<p>
      ${icon("info")} <span>${todaySentence(one, { t, pick })}</span>
      <button
        class="quiet small"
        aria-disabled=${this.busy}
        @click=${() => this.send(() => api.delete(`/today/${one.id}`))}
      >
        ${icon("undo")} ${t("say-today-back")}
      </button>
    </p>`;
  }

  kinds() {
    return html`<fieldset class="picker">
      <legend class="visually-hidden">${t("say-today-title")}</legend>
      ${KINDS.map(
        (kind) =>
          html`<label class="choice">
            <input
              type="radio"
              name="kind"
              class="visually-hidden"
              value=${kind}
              ?autofocus=${kind === KINDS[0]}
              .checked=${kind === this.kind}
              @change=${() => (this.kind = kind)}
            />
            <span>${t(`say-today-${kind}`)}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  /** @param {StoreView} about */
  fields({ services }) {
    if (this.kind === "message") {
      return html`<label>
        ${t("say-today-words")}
        <input name="message" maxlength="200" autocomplete="off" required />
      </label>`;
    }
    if (this.kind === "running_late") {
      const reasons = REASONS.map((value) => ({ value, label: t(`say-late-${value}`) }));
      return choose("reason", t("say-today-why"), reasons);
    }
    if (this.kind === "closes_at") return choose("when", t("say-today-closes-when"), this.times);
    const offered = services.map(({ id, name }) => ({ value: id, label: pick(name) }));
    return html`${choose("service", t("say-today-which"), offered)}
    ${choose("when", t("say-today-when"), this.times)}`;
  }
}
customElements.define("manager-today", ManagerToday);

/** @param {string} name @param {string} words @param {Choice[]} choices */
const choose = (name, words, choices) =>
  html`<label>
    ${words}
    <select name=${name}>
      ${choices.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
    </select>
  </label>`;
