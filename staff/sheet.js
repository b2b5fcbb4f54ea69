// A question asked from the lower edge, near the thumb: `choose` one of a few, or `fill` a few fields.

import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";

/**
 * @typedef {{value: any, label: string, detail?: string, icon?: string, tone?: string}} Choice
 * @typedef {{name: string, label: string, kind?: "text" | "number" | "lines" | "datetime-local", chips?: Choice[], required?: boolean}} Field
 * @typedef {{title: string, explain?: string, choices?: Choice[], fields?: Field[], act?: string, write?: string}} Question
 */

class StaffSheet extends FoyerElement {
  static properties = { question: { attribute: false } };

  constructor() {
    super();
    /** @type {Question} */ this.question = { title: "" };
    /** @type {(value: any) => void} */ this.answer = () => {};
  }

  firstUpdated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.addEventListener("close", () => this.finish(null));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) this.finish(null);
    });
    dialog.showModal();
  }

  finish(value) {
    this.answer(value);
    this.remove();
  }

  submit(event) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    this.finish(this.question.write ? values.write : values);
  }

  put(event, name, value) {
    const field = event.target.closest("form").elements.namedItem(name);
    field.value = value;
    field.focus();
  }

  render() {
    const { title, explain, choices, fields, write } = this.question;
    const own = write ? [{ name: "write", label: write, required: true }] : (fields ?? []);
    return html`<dialog class="sheet" aria-labelledby="sheet-title">
      <div class="sheet-head">
        <h2 id="sheet-title">${title}</h2>
        <button
          class="quiet round"
          aria-label=${t("staff-close-sheet")}
          @click=${() => this.finish(null)}
        >
          ${icon("cross")}
        </button>
      </div>
      ${explain ? html`<p class="explain">${explain}</p>` : nothing}
      ${choices ? html`<div class="choices">${choices.map((choice) => this.choice(choice))}</div>` : nothing}
      ${
        own.length
          ? html`<form @submit=${this.submit}>
              ${own.map((field) => this.field(field))}
              <button class="act">${this.question.act ?? t("staff-done")}</button>
            </form>`
          : nothing
      }
    </dialog>`;
  }

  choice(choice) {
    return html`<button
      class="choice ${choice.tone ?? ""}"
      @click=${() => this.finish(choice.value)}
    >
      ${choice.icon ? icon(choice.icon) : nothing}
      <span>${choice.label}${choice.detail ? html`<small>${choice.detail}</small>` : nothing}</span>
    </button>`;
  }

  field(field) {
    const chips = (field.chips ?? []).map(
      (chip) =>
        html`<button
          type="button"
          class="chip"
          @click=${(event) => this.put(event, field.name, chip.value)}
        >
          ${chip.label}
        </button>`,
    );
    return html`<label>
        <span>${field.label}</span>
        ${this.input(field)}
      </label>
      ${chips.length ? html`<div class="chips">${chips}</div>` : nothing}`;
  }

  input(field) {
    const required = field.required ?? false;
    if (field.kind === "lines")
      return html`<textarea name=${field.name} rows="3" ?required=${required}></textarea>`;
    const number = field.kind === "number";
    return html`<input
      name=${field.name}
      type=${field.kind ?? "text"}
      min=${number ? 0 : nothing}
      step=${number ? "any" : nothing}
      inputmode=${number ? "decimal" : nothing}
      autocomplete="off"
      ?required=${required}
    />`;
  }
}
customElements.define("staff-sheet", StaffSheet);

/**
 * Resolves to the chosen value, the written text or the fields' values; to null when it was closed.
 * @param {Question} question
 * @returns {Promise<any>}
 */
export function ask(question) {
  return new Promise((resolve) => {
    const sheet = /** @type {StaffSheet} */ (document.createElement("staff-sheet"));
    sheet.question = question;
    sheet.answer = resolve;
    document.body.append(sheet);
  });
}
