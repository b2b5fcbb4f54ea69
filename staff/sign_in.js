// Who is at this tablet: a name to tap, then a PIN.

import { api, problemText } from "ui/api.js";
import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { languageSwitch } from "./language_switch.js";

const PIN_DIGITS_MAX = 8;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "enter"];

class StaffSignIn extends DeskElement {
  static properties = {
    people: { state: true },
    person: { state: true },
    pin: { state: true },
    problem: { state: true },
    checking: { state: true },
  };

  constructor() {
    super();
    this.people = null;
    this.person = null;
    this.pin = "";
    this.problem = "";
    this.checking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    window.addEventListener("keydown", this.onKey);
  }

  disconnectedCallback() {
    window.removeEventListener("keydown", this.onKey);
    super.disconnectedCallback();
  }

  onKey = (event) => this.key(event);

  async load() {
    const answer = await api.get("/staff");
    if (answer.ok) this.people = answer.body.items;
    else this.problem = answer.status ? problemText(answer.body) : t("staff-no-server");
  }

  choose(person) {
    Object.assign(this, { person, pin: "", problem: "" });
  }

  key(event) {
    if (!this.person || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) this.press(event.key);
    else if (event.key === "Backspace") this.press("back");
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "Enter" && event.target === document.body) this.press("enter");
    else return;
    event.preventDefault();
  }

  press(key) {
    if (this.checking) return;
    this.problem = "";
    if (key === "back") this.pin = this.pin.slice(0, -1);
    else if (key === "enter") this.check();
    else if (this.pin.length < PIN_DIGITS_MAX) this.pin += key;
  }

  async check() {
    if (!this.pin) return;
    this.checking = true;
    const answer = await api.post("/api/v1/session/pin", { staff: this.person.id, pin: this.pin });
    this.checking = false;
    this.pin = "";
    if (answer.ok) desk.set({ session: { ...desk.session, staff: answer.body.staff } });
    else this.problem = this.kindly(answer);
  }

  kindly(answer) {
    if (answer.status === 0) return t("staff-no-server");
    if (answer.status === 429) return t("staff-pin-wait");
    if ([401, 403].includes(answer.status)) return t("staff-pin-wrong", { name: this.person.name });
    return problemText(answer.body);
  }

  render() {
    return html`<main class="sign-in">
      <header class="plain-bar">
        <p class="store-name">${pick(desk.about.name)}</p>
        ${languageSwitch()}
      </header>
      ${this.person ? this.pad() : this.names()}
    </main>`;
  }

  names() {
    const handing = desk.handingOver;
    return html`<section class="names">
      <h1>
        ${handing ? t("staff-who-takes-over", { counter: counterName(handing) }) : t("staff-who")}
      </h1>
      ${
        this.people
          ? html`<div class="tiles">
              ${repeat(
                this.people,
                (person) => person.id,
                (person) => this.tile(person),
              )}
            </div>`
          : html`<div class="tiles loading" aria-hidden="true">
              ${KEYS.slice(0, 4).map(() => html`<i></i>`)}
            </div>`
      }
      <p class="problem" role="alert">${this.problem}</p>
    </section>`;
  }

  tile(person) {
    return html`<button class="tile" @click=${() => this.choose(person)}>
      <span class="face" aria-hidden="true">${initials(person.name)}</span>
      <span class="tile-name">${person.name}</span>
      ${person.role && person.role !== "staff" ? html`<small>${t(`staff-role-${person.role}`)}</small>` : nothing}
    </button>`;
  }

  pad() {
    return html`<section class="pad">
      <div class="pad-who">
        <span class="face big" aria-hidden="true">${initials(this.person.name)}</span>
        <h1>${t("staff-pin-of", { name: this.person.name })}</h1>
        <p class="dots" role="status" aria-label=${t("staff-pin-digits", { n: this.pin.length })}>
          ${[...Array(Math.max(4, this.pin.length)).keys()].map(
            (place) => html`<i class=${place < this.pin.length ? "full" : ""}></i>`,
          )}
        </p>
        <p class="problem" role="alert">${this.problem}</p>
        <button class="quiet" @click=${() => this.choose(null)}>${t("staff-somebody-else")}</button>
      </div>
      <div class="keys">${KEYS.map((key) => this.padKey(key))}</div>
    </section>`;
  }

  padKey(key) {
    const say = { back: t("staff-pin-back"), enter: t("staff-pin-enter") }[key];
    return html`<button
      class=${key === "enter" ? "key act" : "key"}
      aria-label=${say ?? key}
      ?disabled=${key === "enter" && (this.checking || !this.pin)}
      @click=${() => this.press(key)}
    >
      ${key === "back" ? icon("arrow-left") : key === "enter" ? icon("check") : key}
    </button>`;
  }
}
customElements.define("staff-sign-in", StaffSignIn);

/** @param {string} name */
function initials(name) {
  return name
    .split(/\s+/)
    .map((word) => [...word][0])
    .slice(0, 2)
    .join("");
}
