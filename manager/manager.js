/** The manager's page: how is it going, what proves it, and what needs somebody now. */
import { api } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { watch } from "ui/live.js";
import "ui/stale.js";
import { serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { alertsOf } from "./alerts.js";
import "./appointments_card.js";
import "./chart.js";
import "./balance_card.js";
import "./change_card.js";
import "./jumps.js";
import { languageSwitch, speakFirst } from "./language_switch.js";
import { overview, placeholder } from "./overview.js";
import "./papers_card.js";
import "./people_card.js";
import "./promises_card.js";
import { rangePicker } from "./range_picker.js";
import { isLive, isOneDay, rangeFrom, rangeOf, searchOf } from "./ranges.js";
import { waitingOn } from "./sentence.js";
import "./staffing_card.js";
import "./told_card.js";
import "./today.js";
import { breakdown } from "./breakdown.js";

const REFRESH_MS = 5000;
const SETTLE_MS = 200;
const TRY_AGAIN_MS = 3000;

class FoyerManager extends FoyerElement {
  static properties = {
    about: { state: true },
    today: { state: true },
    range: { state: true },
    reports: { state: true },
    floor: { state: true },
    by: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.about = null;
    /** @type {string} the business day, as the store counts it */ this.today = "";
    /** @type {import("./ranges.js").Range} */ this.range = { name: "today", from: "", to: "" };
    /** @type {Record<string, any>} what is shown, by `by` */ this.reports = {};
    /** @type {any} */ this.floor = null;
    this.by = "service";
    this.trouble = "";
    this.asked = 0;
    this.loadedAt = 0;
    this.spoken = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.due = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.begin();
  }

  async begin() {
    try {
      await speakFirst();
      this.spoken = true;
      this.about = await api.about();
    } catch {
      setTimeout(() => this.begin(), TRY_AGAIN_MS);
      return;
    }
    window.addEventListener("popstate", () => this.turnBack());
    watch("floor", (floor) => this.hear(floor));
    await this.load();
  }

  /** News from the floor: the figures follow, but not with every tap. @param {import("ui/views.js").FloorView} floor */
  hear(floor) {
    this.floor = floor;
    if (this.today && !isLive(this.range, this.today)) return;
    const rest = this.loadedAt + REFRESH_MS - performance.now();
    this.due ??= setTimeout(() => this.load(), Math.max(SETTLE_MS, rest));
  }

  /** @param {import("./ranges.js").Range} range */
  choose(range) {
    history.pushState(null, "", searchOf(range));
    this.show(range);
  }

  /** @param {import("./ranges.js").Range} range */
  show(range) {
    this.range = range;
    this.reports = {};
    this.load();
  }

  /** A jump within the page is no other range, and the page stays. */
  turnBack() {
    const range = rangeFrom(location.search, this.today);
    if (searchOf(range) !== searchOf(this.range)) this.show(range);
  }

  /** @param {string} by */
  chooseBy(by) {
    this.by = by;
    this.load();
  }

  async load() {
    clearTimeout(this.due);
    this.due = undefined;
    this.loadedAt = performance.now();
    const asked = ++this.asked;
    const answers = await this.ask().catch(() => null);
    if (asked !== this.asked) return;
    if (answers === null) {
      this.trouble = this.reports.since
        ? t("manager-old-figures", { time: clock(this.reports.since) })
        : t("ui-unreachable");
      this.due = setTimeout(() => this.load(), TRY_AGAIN_MS);
      return;
    }
    this.trouble = "";
    this.reports = answers;
  }

  async ask() {
    const today = await this.turnToToday();
    const over = isOneDay(this.range) ? "hour" : "day";
    const wanted = new Set([over, "service", this.by]);
    /** @type {Record<string, any>} */
    const reports = {};
    if (this.range.from === today.from && this.range.to === today.to) {
      reports[today.by] = today;
      wanted.delete(today.by);
    }
    // One after the other: a year of visits takes the server a while, and others are waiting.
    for (const by of wanted) reports[by] = await this.report(by);
    const papers = await this.report("service", "papers");
    return { ...reports, over: reports[over], papers: papers.total, since: serverNow() };
  }

  /**
   * Which day it is, the store decides; at its day's end the named ranges move on with it.
   * Answers today's figures by the hour.
   */
  async turnToToday() {
    const { ok, body } = await api.get("/reports/waits");
    if (!ok) throw new Error("no report");
    if (body.from !== this.today) {
      const named = this.today && this.range.name !== "own";
      this.range = named
        ? rangeOf(this.range.name, body.from)
        : rangeFrom(location.search, body.from);
      this.today = body.from;
    }
    return body;
  }

  /** @param {string} by @param {string} [name] */
  async report(by, name = "waits") {
    const { ok, body } = await api.get(`/reports/${name}?${this.query(by)}`);
    if (!ok) throw new Error("no report");
    return body;
  }

  /** @param {string} by */
  query(by) {
    return new URLSearchParams({ from: this.range.from, to: this.range.to, by }).toString();
  }

  render() {
    if (!this.spoken) return nothing;
    return html`<foyer-stale></foyer-stale>${this.about ? this.page() : placeholder()}`;
  }

  page() {
    return html`<header class="top">
        <img src="/ui/mark.svg" alt="" width="36" height="36" />
        <p class="store">${pick(this.about.name)}</p>
        ${this.today ? rangePicker(this.range, this.today, (range) => this.choose(range)) : nothing}
        <button class="quiet small" @click=${() => window.print()}>
          ${icon("printer")} ${t("manager-print")}
        </button>
        ${languageSwitch()}
      </header>
      <main>
        ${this.trouble ? html`<p class="trouble" role="alert">${icon("signal-lost")} ${this.trouble}</p>` : nothing}
        ${this.reports.over ? this.figures() : placeholder()}
      </main>`;
  }

  figures() {
    const { range, about } = this;
    const live = isLive(range, this.today);
    const alerts = this.floor ? alertsOf(this.floor, about, serverNow()) : [];
    const target = about.times.target_wait_minutes;
    const waiting = live && this.floor ? waitingOn(this.floor, target, serverNow()) : undefined;
    const { floor } = this;
    const when = { range, live, floor, oneDay: isOneDay(range), alerts, waiting, target };
    const empty = this.reports.over.total.legs === 0;
    return html`${overview(this.reports, about, when)} ${empty ? nothing : this.cards()}`;
  }

  cards() {
    const { range, about, by } = this;
    return html`<manager-jumps></manager-jumps>
      <manager-told .about=${about} .range=${range}></manager-told>
      <manager-promises .about=${about} .range=${range}></manager-promises>
      <manager-people .about=${about} .range=${range}></manager-people>
      <manager-appointments .about=${about} .range=${range}></manager-appointments>
      <manager-papers .total=${this.reports.papers} .about=${about}></manager-papers>
      <manager-balance .about=${about} .range=${range}></manager-balance>
      <manager-staffing .about=${about} .range=${range}></manager-staffing>
      <manager-change .about=${about} .today=${this.today}></manager-change>
      ${breakdown(this.reports[by], about, this.query(by), (chosen) => this.chooseBy(chosen), by)}`;
  }
}

customElements.define("foyer-manager", FoyerManager);
