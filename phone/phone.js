/**
 * A customer's own visit, reached by the QR code on the ticket: where I am in line, how long it
 * takes, what to have ready, and the few things I may decide myself.
 */
import { FoyerElement, html, keyed, nothing } from "ui/element.js";
import { clock, counterName, setTimeZone } from "ui/format.js";
import { everySecond } from "ui/time.js";
import { loadWords, preferredLanguage, t } from "ui/words.js";
import "./ask.js";
import { chosenLanguage, head, secret, withPage } from "./head.js";
import {
  called,
  ended,
  endedHow,
  gone,
  held,
  lineText,
  placeText,
  serving,
  waiting,
} from "./states.js";
import { follow } from "./follow.js";
import { letRing, rest, ring, tryRing } from "./ring.js";

const WORDS = ["floor", "phone"];
const SCREENS = { waiting, held, called, serving, ended };

class FoyerPhone extends FoyerElement {
  static properties = {
    view: { state: true },
    since: { state: true },
    isGone: { state: true },
    rings: { state: true },
    awake: { state: true },
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
    this.awake = false;
    this.inWords = false;
  }

  connectedCallback() {
    super.connectedCallback();
    everySecond(() => this.requestUpdate());
    follow(
      secret(),
      {
        onView: (view) => this.show(view),
        onStale: (since) => (this.since = since),
        onGone: () => this.leave(),
      },
      withPage(),
    );
  }

  /** @param {import("ui/views.js").PhoneView} view */
  async show(view) {
    setTimeZone(view.store.time_zone);
    if (!this.inWords) await this.speak(chosenLanguage() ?? view.visit.language);
    this.view = view;
    if (view.visit.state === "called") ring(view.visit);
    if (view.visit.state === "ended") rest();
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
    letRing({
      onSound: (on) => (this.rings = on),
      onAwake: (awake) => (this.awake = awake),
    });
    tryRing();
  }

  render() {
    if (!this.inWords || !(this.view || this.isGone)) return nothing;
    const speak = (/** @type {string} */ lang) => this.speak(lang);
    if (this.isGone) return html`${head(null, this.since, speak)} ${gone()}`;
    const { visit } = this.view;
    document.title = title(visit);
    document.documentElement.dataset.state = visit.state;
    return html`${head(this.view.store, this.since, speak)} ${spoken(visit)}
    ${SCREENS[/** @type {keyof typeof SCREENS} */ (visit.state)](this.view, this)}`;
  }

  /** What the server painted has done its work. */
  updated() {
    if (this.inWords && (this.view || this.isGone)) document.getElementById("first")?.remove();
  }
}

/** @param {import("ui/views.js").OwnVisitView} visit */
function title(visit) {
  if (visit.state === "called") return `● ${counterName(visit.counter_name)} · ${visit.ticket}`;
  if (visit.state === "waiting") return `${visit.ticket} · ${placeText(visit)}`;
  return visit.ticket ?? "Foyer";
}

/**
 * What a screen reader is told, once, when it changes: the state, the place and the line, not every
 * minute. Both regions are always there, or their first words would not be heard.
 * @param {import("ui/views.js").OwnVisitView} visit
 */
const spoken = (visit) =>
  html`<div class="visually-hidden" role="alert">
      ${
        visit.state === "called"
          ? keyed(`${visit.called_at}#${visit.recalls}`, html`<p>${calledText(visit)}</p>`)
          : nothing
      }
    </div>
    <div class="visually-hidden" role="status" aria-atomic="false">
      ${calmly(visit).map((sentence) => keyed(sentence, html`<p>${sentence}</p>`))}
    </div>`;

/** @param {import("ui/views.js").OwnVisitView} visit */
function calledText(visit) {
  const text = t("phone-called", { counter: counterName(visit.counter_name) });
  return visit.recalls ? `${t("phone-called-again")} ${text}` : text;
}

/** @param {import("ui/views.js").OwnVisitView} visit @returns {string[]} */
function calmly(visit) {
  if (visit.state === "serving")
    return [t("phone-serving", { counter: counterName(visit.counter_name) })];
  if (visit.state === "held")
    return [t("phone-held"), t("phone-held-until", { time: clock(visit.held_until) })];
  if (visit.state === "waiting") return [placeText(visit), lineText(visit)];
  if (visit.state === "ended") return [t(`phone-ended-${endedHow(visit)}`)];
  return [];
}

customElements.define("foyer-phone", FoyerPhone);
