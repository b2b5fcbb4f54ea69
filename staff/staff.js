// The staff tablet: signs somebody in, then shows their counter or the whole floor.

import { api } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import "ui/stale.js";
import { t } from "ui/words.js";
import "./choose_counter.js";
import "./clock_band.js";
import { DeskElement, desk } from "./desk.js";
import "./floor_board.js";
import "./forgotten.js";
import { takeOver } from "./handover.js";
import "./disk_band.js";
import "./help_band.js";
import { speakFirst } from "./language_switch.js";
import "./my_counter.js";
import "./paper_round.js";
import "./sign_in.js";
import "./today.js";
import "./top_bar.js";

class FoyerStaff extends DeskElement {
  static properties = { place: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {"counter" | "floor" | "papers"} */ this.place = "counter";
    this.problem = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.begin();
  }

  async begin() {
    await speakFirst();
    const session = await api.get("/api/v1/session");
    if ([401, 403].includes(session.status)) return (this.problem = t("staff-not-this-tablet"));
    if (!session.ok) return this.beginAgain();
    try {
      desk.set({ about: await api.about(), session: session.body });
    } catch {
      return this.beginAgain();
    }
    desk.follow();
  }

  beginAgain() {
    this.problem = t("staff-no-server");
    setTimeout(() => this.begin(), 2000);
  }

  willUpdate() {
    if (desk.me?.id === this.person) return;
    this.person = desk.me?.id;
    this.place = desk.me?.role === "floor_walker" && !desk.handingOver ? "floor" : "counter";
  }

  updated() {
    this.takeOver();
  }

  /** Whoever signs in after "hand over" sees what is open there. */
  async takeOver() {
    if (!desk.me || !desk.handingOver) return;
    const counter = desk.handingOver;
    desk.handingOver = null;
    await desk.settledDown();
    takeOver(counter);
  }

  render() {
    if (!desk.about) return this.opening();
    if (!desk.me) return html`<foyer-stale></foyer-stale><staff-sign-in></staff-sign-in>`;
    return html`<foyer-stale></foyer-stale>
      <staff-top-bar
        .place=${this.place}
        @place=${(event) => (this.place = event.detail)}
      ></staff-top-bar>
      <staff-disk-band></staff-disk-band>
      <staff-clock-band></staff-clock-band>
      <staff-help-band></staff-help-band>
      <staff-today-band></staff-today-band>
      <staff-forgotten></staff-forgotten>
      <main>${this.room()}</main>`;
  }

  room() {
    if (this.place === "floor") return html`<staff-floor-board></staff-floor-board>`;
    if (this.place === "papers") return html`<staff-paper-round></staff-paper-round>`;
    if (desk.myCounter) return html`<staff-my-counter></staff-my-counter>`;
    return html`<staff-choose-counter
      @walk=${() => (this.place = "floor")}
    ></staff-choose-counter>`;
  }

  opening() {
    return html`<main class="opening" aria-busy=${!this.problem}>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
    </main>`;
  }
}
customElements.define("foyer-staff", FoyerStaff);
