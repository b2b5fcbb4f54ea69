// Where a visit goes on: another service, or a certain counter, and at which place in its line.

import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { counterName, desk } from "./desk.js";

const POSITIONS = ["by_arrival", "first", "last"];

class StaffTransfer extends FoyerElement {
  static properties = {
    visit: { attribute: false },
    service: { state: true },
    counter: { state: true },
    position: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
    this.service = "";
    /** @type {string | null} */ this.counter = null;
    this.position = POSITIONS[0];
    /** @type {(value: any) => void} */ this.answer = () => {};
  }

  firstUpdated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.addEventListener("close", () => this.finish(null));
    dialog.showModal();
  }

  finish(value) {
    this.answer(value);
    this.remove();
  }

  /** Only what differs from where the visit is now is asked for. */
  send() {
    const to = { position: this.position };
    if (this.service !== this.visit.service) Object.assign(to, { service: this.service });
    if (this.counter) Object.assign(to, { counter: this.counter });
    this.finish(to);
  }

  get serving() {
    return desk.floor.counters.filter(
      (counter) =>
        counter.state === "open" &&
        counter.services.includes(this.service) &&
        counter.id !== this.visit.counter,
    );
  }

  render() {
    const ready = this.service !== this.visit.service || this.counter;
    return html`<dialog class="sheet" aria-labelledby="transfer-title">
      <div class="sheet-head">
        <h2 id="transfer-title">${t("staff-transfer-title", { ticket: this.visit.ticket })}</h2>
        <button
          class="quiet round"
          aria-label=${t("staff-close-sheet")}
          @click=${() => this.finish(null)}
        >
          ${icon("cross")}
        </button>
      </div>
      ${this.group(
        t("staff-transfer-service"),
        desk.about.services.map((service) => ({
          value: service.id,
          label: pick(service.name),
          on: service.id === this.service,
          take: () => Object.assign(this, { service: service.id, counter: null }),
        })),
      )}
      ${this.group(t("staff-transfer-counter"), [
        { label: t("staff-any-counter"), on: !this.counter, take: () => (this.counter = null) },
        ...this.serving.map((counter) => ({
          label: counterName(counter.id),
          detail: t("staff-n-waiting", { n: counter.line.length }),
          on: counter.id === this.counter,
          take: () => (this.counter = counter.id),
        })),
      ])}
      ${this.group(
        t("staff-transfer-place"),
        POSITIONS.map((position) => ({
          label: t(`staff-place-${position}`),
          on: position === this.position,
          take: () => (this.position = position),
        })),
      )}
      <button class="act" ?disabled=${!ready} @click=${this.send}>${t("action-transfer")}</button>
    </dialog>`;
  }

  group(title, choices) {
    return html`<fieldset class="pick-one">
      <legend>${title}</legend>
      ${choices.map(
        (choice) =>
          html`<button class="chip" aria-pressed=${choice.on} @click=${choice.take}>
            ${choice.label}${choice.detail ? html` <small>${choice.detail}</small>` : nothing}
          </button>`,
      )}
    </fieldset>`;
  }
}
customElements.define("staff-transfer", StaffTransfer);

/**
 * Resolves to the body of a transfer, or to null when it was closed.
 * @returns {Promise<{service?: string, counter?: string, position: string} | null>}
 */
export function transferTo(visit) {
  return new Promise((resolve) => {
    const sheet = /** @type {StaffTransfer} */ (document.createElement("staff-transfer"));
    Object.assign(sheet, { visit, service: visit.service, answer: resolve });
    document.body.append(sheet);
  });
}
