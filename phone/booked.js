/**
 * A customer's own appointment, reached by its link: when it is, what to bring, the number for the
 * kiosk; to keep in a calendar, and to cancel.
 */
import { api, problemText } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { clock, day, setTimeZone, weekday } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { millis, setServerTime } from "ui/time.js";
import { language, loadWords, pick, preferredLanguage, t } from "ui/words.js";
import { chosenLanguage, head, secret } from "./head.js";

const WORDS = ["floor", "phone", "booked"];
const LOOK_EVERY_MS = 30_000;
/** What makes it no appointment to come to. */
const OVER = ["missed", "cancelled", "checked_in"];

class FoyerBooked extends FoyerElement {
  static properties = {
    view: { state: true },
    since: { state: true },
    isGone: { state: true },
    inWords: { state: true },
    asking: { state: true },
    working: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.view = null;
    /** @type {number | null} */ this.since = null;
    this.isGone = false;
    this.inWords = false;
    this.asking = false;
    this.working = false;
    this.problem = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.look();
    setInterval(() => this.look(), LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
  }

  async look() {
    const { ok, status, body } = await api.get(`/a/${secret()}/appointment`);
    if (ok) return this.show(body);
    if (this.view) this.since = millis(this.view.now);
    if (status !== 404) return;
    if (!this.inWords) await this.speak(preferredLanguage());
    this.isGone = true;
  }

  /** @param {import("ui/views.js").BookedView} view */
  async show(view) {
    setTimeZone(view.store.time_zone);
    setServerTime(view.now, view.speed);
    if (!this.inWords) await this.speak(chosenLanguage() ?? view.appointment.language);
    this.since = null;
    this.view = view;
  }

  /** @param {string} lang */
  async speak(lang) {
    await loadWords(lang, WORDS);
    this.inWords = true;
  }

  async cancel() {
    if (this.working) return;
    this.working = true;
    this.problem = "";
    const path = `/appointments/${this.view.appointment.id}/cancel`;
    const answer = await api.post(path, {}, { secret: secret() });
    this.working = false;
    if (!answer.ok) {
      this.problem = answer.status === 0 ? t("phone-not-sent") : problemText(answer.body);
      return;
    }
    this.asking = false;
    await this.look();
  }

  updated() {
    if (this.inWords && (this.view || this.isGone)) document.getElementById("first")?.remove();
    const dialog = this.querySelector("dialog");
    if (this.asking && dialog && !dialog.open) dialog.showModal();
    else if (!this.asking && dialog?.open) dialog.close();
  }

  render() {
    if (!this.inWords || !(this.view || this.isGone)) return nothing;
    const speak = (/** @type {string} */ lang) => this.speak(lang);
    if (this.isGone) return html`${head(null, this.since, speak)} ${sorry("gone")}`;
    document.title = t("booked");
    return html`${head(this.view.store, this.since, speak)}
    ${OVER.includes(this.view.appointment.state) ? this.over() : this.toCome()}`;
  }

  over() {
    const { appointment, follow_url: follow } = this.view;
    if (appointment.state !== "checked_in") return sorry(appointment.state);
    return html`<main class="screen ended">
      ${mark()}
      <h1>${t("booked-checked_in")}</h1>
      <a class="act" href=${follow}>${t("booked-follow")}</a>
    </main>`;
  }

  toCome() {
    const { appointment, bring } = this.view;
    const { state, at, opens_at: from, kept_until: until } = appointment;
    const words = { weekday: weekday(at, language()), day: day(at) };
    return html`<main class="screen">
      <section class="ticket card">
        <div>
          <h1 class="booked-title">${t("booked")}</h1>
          <p class="ticket-service">${pick(appointment.service_name)}</p>
        </div>
        <p class="now">
          <strong class="now-range">${clock(at)}</strong>
          <span class="booked-day">${t("booked-when", words)}</span>
        </p>
        <p class="promise-by" role="status">
          ${icon(state === "late" ? "warning" : "clock")}
          ${t(state === "late" ? "booked-late" : "booked-checks-in", {
            from: clock(from),
            until: clock(until),
          })}
        </p>
        ${number(appointment)}
      </section>
      <a class="as-pdf" href="/a/${secret()}/appointment.ics">
        ${icon("calendar")} ${t("booked-calendar")}
      </a>
      ${papers(bring)} ${appointment.may_cancel ? this.cannotCome() : nothing}
    </main>`;
  }

  cannotCome() {
    return html`<div class="buttons">
        <button class="quiet give-up" @click=${() => (this.asking = true)}>
          ${icon("cross")} ${t("booked-cancel")}
        </button>
      </div>
      <dialog
        class="sheet"
        aria-labelledby="sheet-title"
        @close=${() => {
          this.asking = false;
          this.problem = "";
        }}
      >
        <h2 id="sheet-title">${t("booked-cancel-title")}</h2>
        <p>${t("booked-cancel-what")}</p>
        <div role="alert">
          ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
        </div>
        <div class="buttons">
          <button class="danger" ?disabled=${this.working} @click=${() => this.cancel()}>
            ${t(this.working ? "phone-working" : "booked-cancel-do")}
          </button>
          <button class="quiet" @click=${() => (this.asking = false)}>${t("phone-back")}</button>
        </div>
      </dialog>`;
  }
}

/** What the kiosk asks for. @param {any} appointment */
const number = ({ code }) =>
  html`<div class="booked-number">
    <div>
      <p class="now-label">${t("booked-number")}</p>
      <p class="booked-code num">${code}</p>
      <p class="now-label">${t("booked-number-how")}</p>
    </div>
    <img src="/a/${secret()}/code.svg" alt=${t("booked-code", { code })} width="112" height="112" />
  </div>`;

/** @param {any[]} bring */
function papers(bring) {
  if (!bring.length)
    return html`<p class="verdict all-there">${icon("check")} ${t("booked-bring-nothing")}</p>`;
  const always = bring.filter(({ when }) => !when.length);
  const sometimes = bring.filter(({ when }) => when.length);
  return html`${list("booked-bring", always)} ${list("booked-bring-too", sometimes)}`;
}

/** @param {string} heading @param {any[]} groups */
const list = (heading, groups) =>
  groups.length
    ? html`<section class="papers">
        <h2>${t(heading)}</h2>
        <ul>
          ${groups.map(group)}
        </ul>
      </section>`
    : nothing;

/** @param {any} group */
const group = ({ count, papers, when }) =>
  html`<li class="paper">
    ${icon(papers[0].icon)}
    <div>
      ${when.map(
        (/** @type {any} */ { question, answers }) =>
          html`<p class="paper-when">
            ${t("booked-if", { question: pick(question), answers: either(answers) })}
          </p>`,
      )}
      ${papers.length > count ? html`<p class="paper-more">${t("booked-any", { count })}</p>` : nothing}
      ${papers.map(
        (/** @type {any} */ paper, /** @type {number} */ nth) =>
          html`${nth && count === 1 ? html`<p class="paper-or">${t("phone-or")}</p>` : nothing}
            <p class="paper-name">${pick(paper.name)}</p>
            <p class="paper-more">${pick(paper.what_counts)}</p>`,
      )}
    </div>
  </li>`;

/** "With us or online" @param {any[]} answers */
const either = (answers) =>
  new Intl.ListFormat(language(), { type: "disjunction" }).format(answers.map(pick));

/** @param {string} state */
const sorry = (state) =>
  html`<main class="screen ended">
    ${mark()}
    <h1>${t(`booked-${state}`)}</h1>
    <p>${t(`booked-${state}-more`)}</p>
  </main>`;

customElements.define("foyer-booked", FoyerBooked);
