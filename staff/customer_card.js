// The customer in front of me, or the next one: number, papers, how they like to be met, what they were told.

import { api } from "ui/api.js";
import { css, html, nothing } from "ui/element.js";
import { clock, secondsSince, since, waitRange } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { nameOf } from "./language_switch.js";
import { lasting } from "./lasting.js";
import { lastVisit } from "./last_visit.js";
import { mayNotBeCalled, toldATime } from "./near_closing.js";
import "./opening_line.js";
import "./recovery.js";
import "./visit_papers.js";
import { whyNext } from "./why.js";

class StaffCustomer extends DeskElement {
  static properties = {
    visit: { attribute: false },
    next: { attribute: false },
    guest: { state: true },
    earlier: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
    this.next = false;
    /** @type {{name?: string, phone?: string, notes?: string[], reasons?: Record<string, string>} | null} */ this.guest =
      null;
    /** @type {any[]} the last visits of the same person, the newest first */ this.earlier = [];
    this.asked = "";
  }

  willUpdate() {
    const about = `${this.visit.id} ${this.visit.seq}`;
    if (about === this.asked) return;
    if (!this.asked.startsWith(this.visit.id)) {
      this.guest = null;
      this.earlier = [];
      this.remember(this.visit.id);
    }
    this.asked = about;
    this.meet(this.visit.id);
  }

  /** Names and notes never travel with the live news; they are fetched for this one card. */
  async meet(id) {
    const answer = await api.get(`/visits/${id}`);
    if (answer.ok && this.visit.id === id) this.guest = answer.body.guest ?? null;
  }

  async remember(id) {
    const answer = await api.get(`/visits/${id}/before`);
    if (answer.ok && this.visit.id === id) this.earlier = answer.body.items;
  }

  render() {
    const { visit } = this;
    const service = desk.servicePlan(visit.service);
    return html`<article class="customer card" data-state=${visit.state} aria-label=${visit.ticket}>
      <div class="hero">
        <p class="state-line">
          <span class="state-word">${this.stateWord()}</span>
          ${this.visit.state === "called" ? this.noShowIn() : nothing}
          ${this.next ? this.why() : nothing}
        </p>
        <h1 class="num" ${css({ "--letters": visit.ticket.length })}>${visit.ticket}</h1>
        <p class="service">${icon(service.icon)} ${pick(service.name)}</p>
        ${this.guest?.name ? html`<p class="guest-name">${icon("person")} ${this.guest.name}</p>` : nothing}
      </div>
      <dl class="known">
        ${this.known("language", t("staff-speaks"), nameOf(visit.language))}
        ${visit.needs.length ? this.known("need", t("staff-needs"), this.needs()) : nothing}
        ${visit.appointment_at ? this.known("calendar", t("staff-appointment"), clock(visit.appointment_at)) : nothing}
        ${this.known("clock", t("staff-waited"), this.waited())}
        ${toldATime(visit) ? this.known("ticket", t("staff-was-told"), this.told()) : nothing}
      </dl>
      ${
        this.met
          ? nothing
          : html`<staff-opening-line .visit=${visit} .earlier=${this.earlier}></staff-opening-line>`
      }
      <staff-recovery .visit=${visit}></staff-recovery>
      ${lastVisit(this.earlier)} ${this.notes()}
      <staff-papers .visit=${visit} .words=${this.guest?.reasons ?? {}}></staff-papers>
    </article>`;
  }

  /** Once the service has begun, the first sentence has been said. */
  get met() {
    return ["serving", "ended"].includes(this.visit.state);
  }

  stateWord() {
    if (this.next) return t("staff-state-next");
    if (this.visit.state === "called") return this.calledWord();
    const from = this.visit.started_at ?? this.visit.arrived_at;
    return t(`staff-state-${this.visit.state}`, lasting(from));
  }

  why() {
    return html`<button class="ask-why" @click=${() => whyNext(this.visit, desk.myCounter.id)}>
      ${icon("question")} ${t("staff-why-next")}
    </button>`;
  }

  calledWord() {
    const recalls = this.visit.recalls ?? 0;
    return recalls ? t("staff-state-recalled", { n: recalls + 1 }) : t("staff-state-called");
  }

  /** Unanswered calls end by themselves; this says when. */
  noShowIn() {
    const left = Math.round(
      desk.about.times.call_unanswered_s - secondsSince(this.visit.called_at),
    );
    if (left <= 0) return nothing;
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    return html`<span class="no-show-in num">${t("staff-no-show-in", { time })}</span>`;
  }

  known(picture, term, what) {
    return html`<div>
      ${icon(picture)}
      <dt>${term}</dt>
      <dd>${what}</dd>
    </div>`;
  }

  needs() {
    return this.visit.needs
      .map((id) => pick(desk.about.needs.find((need) => need.id === id)?.name) || id)
      .join(", ");
  }

  waited() {
    const { arrived_at: arrived, called_at: called, forecast, state } = this.visit;
    if (state !== "waiting")
      return t("ui-minutes", {
        minutes: Math.round((millis(called ?? arrived) - millis(arrived)) / 60_000),
      });
    if (!forecast) return since(arrived);
    const more = mayNotBeCalled(this.visit)
      ? t("staff-risk-closing")
      : t("staff-likely-more", { range: waitRange(forecast.low_s, forecast.high_s) });
    return `${since(arrived)} · ${more}`;
  }

  told() {
    const { quote, called_at: called } = this.visit;
    const range = waitRange(quote.low_s, quote.high_s);
    const late = millis(called ?? new Date().toISOString()) > millis(quote.call_by);
    return html`${range} · ${t("staff-by", { time: clock(quote.call_by) })}
    ${this.visit.state !== "waiting" && late ? html`<em class="late">${t("staff-told-late")}</em>` : nothing}`;
  }

  notes() {
    const notes = this.guest?.notes ?? [];
    if (!notes.length) return nothing;
    return html`<ul class="notes" aria-label=${t("staff-notes")}>
      ${notes.map((note) => html`<li>${icon("note")} ${note}</li>`)}
    </ul>`;
  }
}
customElements.define("staff-customer", StaffCustomer);
