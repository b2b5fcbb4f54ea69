/**
 * A customer's own visit, reached by the QR code on the ticket: where I am in line, how long it
 * takes, what to have ready, and the few things I may decide myself.
 */
import { FoyerElement, html, nothing } from "ui/element.js";
import { clock, setTimeZone } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { everySecond } from "ui/time.js";
import { languages, loadWords, pick, preferredLanguage, t } from "ui/words.js";
import "./ask.js";
import "./coming.js";
import { called, counterName, ended, gone, held, serving, waiting } from "./states.js";
import { follow } from "./follow.js";
import { letRing, ring, tryRing } from "./ring.js";

const WORDS = ["floor", "phone"];
const SCREENS = { waiting, held, called, serving, ended };

export const secret = () =>
  document.querySelector('meta[name="foyer-secret"]')?.getAttribute("content") ?? "";

class FoyerPhone extends FoyerElement {
  static properties = {
    view: { state: true },
    since: { state: true },
    isGone: { state: true },
    rings: { state: true },
    inWords: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.view = null;
    /** @type {number | null} */
    this.since = null;
    this.isGone = false;
    this.rings = false;
    this.inWords = false;
  }

  connectedCallback() {
    super.connectedCallback();
    everySecond(() => this.requestUpdate());
    follow(secret(), {
      onView: (view) => this.show(view),
      onStale: (since) => (this.since = since),
      onGone: () => this.leave(),
    });
  }

  /** @param {any} view */
  async show(view) {
    setTimeZone(view.store.time_zone);
    if (!this.inWords) await this.speak(chosenLanguage() ?? view.visit.language);
    this.view = view;
    if (view.visit.state === "called") ring(view.visit);
  }

  async leave() {
    if (!this.inWords) await this.speak(preferredLanguage());
    this.isGone = true;
  }

  /** @param {string} lang */
  async speak(lang) {
    await loadWords(lang, WORDS);
    this.inWords = true;
  }

  /** @param {Event} event */
  async choose(event) {
    const lang = /** @type {HTMLSelectElement} */ (event.target).value;
    await this.speak(lang);
    rememberLanguage(lang);
  }

  startRinging() {
    letRing((on) => (this.rings = on));
    tryRing();
  }

  render() {
    if (!this.inWords || !(this.view || this.isGone)) return shape();
    if (this.isGone) return html`${this.head(null)} ${gone()}`;
    const { visit } = this.view;
    document.title = title(visit);
    document.documentElement.dataset.state = visit.state;
    return html`${this.head(this.view.store)}
      <p class="visually-hidden" role=${visit.state === "called" ? "alert" : "status"}>
        ${spoken(visit)}
      </p>
      ${SCREENS[/** @type {keyof typeof SCREENS} */ (visit.state)](this.view, this)}`;
  }

  /** @param {any} store */
  head(store) {
    return html`<header class="head">
        <p class="store">${mark()} ${pick(store?.name)}</p>
        ${languages().length > 1 ? this.languageChoice() : nothing}
      </header>
      <div role="status">
        ${
          this.since === null
            ? nothing
            : html`<p class="stale">
                ${icon("signal-lost")} ${t("phone-stale", { time: clock(this.since) })}
              </p>`
        }
      </div>`;
  }

  languageChoice() {
    const current = document.documentElement.lang;
    return html`<label class="language">
      ${icon("language")}<span class="visually-hidden">${t("phone-language")}</span>
      <select @change=${this.choose}>
        ${languages().map(
          (lang) =>
            html`<option value=${lang} lang=${lang} ?selected=${lang === current}>
              ${ownName(lang)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

/** Before the first news there is at least the shape of what comes. */
const shape = () =>
  html`<div class="shape" aria-busy="true">
    <div class="shape-line"></div>
    <div class="shape-card"></div>
    <div class="shape-line"></div>
  </div>`;

/** @param {any} visit */
function title(visit) {
  if (visit.state === "called") return `● ${counterName(visit.counter_name)} · ${visit.ticket}`;
  if (visit.state === "waiting") return `${visit.ticket} · ${placeText(visit)}`;
  return visit.ticket ?? "Foyer";
}

/** What a screen reader is told when it changes: the place and the state, not every minute. @param {any} visit */
function spoken(visit) {
  if (visit.state === "called")
    return t("phone-called", { counter: counterName(visit.counter_name) });
  if (visit.state === "serving")
    return t("phone-serving", { counter: counterName(visit.counter_name) });
  if (visit.state === "held")
    return `${t("phone-held")}. ${t("phone-held-until", { time: clock(visit.held_until) })}`;
  if (visit.state === "waiting") return placeText(visit);
  return "";
}

/** @param {any} visit */
const placeText = (visit) =>
  visit.ahead ? t("phone-ahead", { count: visit.ahead }) : t("phone-next");

/** @param {string} lang */
function ownName(lang) {
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

const CHOSEN = "foyer:language";

function chosenLanguage() {
  try {
    const lang = sessionStorage.getItem(CHOSEN);
    return lang && languages().includes(lang) ? lang : null;
  } catch {
    return null;
  }
}

/** @param {string} lang */
function rememberLanguage(lang) {
  try {
    sessionStorage.setItem(CHOSEN, lang);
  } catch {
    // Then the next opening starts in the visit's language again.
  }
}

customElements.define("foyer-phone", FoyerPhone);
