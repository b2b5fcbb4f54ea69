/**
 * A customer's own visit, reached by the QR code on the ticket: where I am in line, how long it
 * takes, what to have ready, and the few things I may decide myself.
 */
import { FoyerElement, html } from "ui/element.js";
import { clock, setTimeZone } from "ui/format.js";
import { everySecond } from "ui/time.js";
import { loadWords, preferredLanguage, t } from "ui/words.js";
import "./ask.js";
import { chosenLanguage, head, secret, shape } from "./head.js";
import { called, counterName, ended, gone, held, serving, waiting } from "./states.js";
import { follow } from "./follow.js";
import { letRing, ring, tryRing } from "./ring.js";

const WORDS = ["floor", "phone"];
const SCREENS = { waiting, held, called, serving, ended };

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

  startRinging() {
    letRing((on) => (this.rings = on));
    tryRing();
  }

  render() {
    if (!this.inWords || !(this.view || this.isGone)) return shape();
    const speak = (/** @type {string} */ lang) => this.speak(lang);
    if (this.isGone) return html`${head(null, this.since, speak)} ${gone()}`;
    const { visit } = this.view;
    document.title = title(visit);
    document.documentElement.dataset.state = visit.state;
    return html`${head(this.view.store, this.since, speak)}
      <p class="visually-hidden" role=${visit.state === "called" ? "alert" : "status"}>
        ${spoken(visit)}
      </p>
      ${SCREENS[/** @type {keyof typeof SCREENS} */ (visit.state)](this.view, this)}`;
  }
}

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

customElements.define("foyer-phone", FoyerPhone);
