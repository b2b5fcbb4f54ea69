// What was promised for after a visit, the soonest due first: warned of before it breaks, kept with one tap.

import { api } from "ui/api.js";
import { html, nothing, repeat } from "ui/element.js";
import { clock, day, weekday } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { show, StaffDialog } from "./dialog.js";
import "./said_bar.js";

const MINUTE_MS = 60_000;
const WARN_MS = 60 * MINUTE_MS;
const WEEKDAY_IS_ENOUGH_MS = 6 * 24 * 60 * MINUTE_MS;
const SHOWN_MOST = 200;

/** The words of promises never travel with the live news: the list is asked for when it may differ. */
class Owed {
  /** @type {any[]} */ items = [];
  more = false;
  #asked = "";

  /** @param {() => void} changed */
  look(changed) {
    if (!desk.floor || !desk.me) return;
    const { promises_due: due, promises_kept: kept } = desk.floor;
    const about = `${due} ${kept} ${Math.floor(serverNow() / MINUTE_MS)}`;
    if (about === this.#asked) return;
    this.#asked = about;
    this.ask().then(changed);
  }

  async ask() {
    const late = await api.get(`/promises?state=late&limit=${SHOWN_MOST}`);
    const open = await api.get(`/promises?state=open&limit=${SHOWN_MOST}`);
    if (!late.ok || !open.ok) return;
    const ids = new Set(late.body.items.map(({ id }) => id));
    this.items = [...late.body.items, ...open.body.items.filter(({ id }) => !ids.has(id))];
    this.more = Boolean(late.body.next || open.body.next);
  }
}

const owed = new Owed();

const untilDue = (promise) => millis(promise.due) - serverNow();
const isLate = (promise) => untilDue(promise) < 0;
const isSoon = (promise) => !isLate(promise) && untilDue(promise) <= WARN_MS;

/** In the floor's foot: how many are owed, and whether one needs somebody now. */
class StaffPromisesButton extends DeskElement {
  willUpdate() {
    owed.look(() => this.requestUpdate());
  }

  render() {
    const { items } = owed;
    const late = items.filter(isLate).length;
    const soon = items.filter(isSoon).length;
    const tone = late ? "is-late" : soon ? "is-soon" : "";
    return html`<button class="chip promises ${tone}" aria-haspopup="dialog" @click=${showPromises}>
      ${icon(tone ? "warning" : "clock")} ${t("staff-promises")}
      <b class="num">${items.length}${owed.more ? "+" : ""}</b>
      ${late ? html`<small>· ${t("staff-n-late", { n: late })}</small>` : nothing}
      ${!late && soon ? html`<small>· ${t("staff-n-soon", { n: soon })}</small>` : nothing}
    </button>`;
  }
}
customElements.define("staff-promises-button", StaffPromisesButton);

/** In the bar on top of every place: only a mark, with how many need somebody within the hour. */
class StaffPromisesMark extends DeskElement {
  willUpdate() {
    owed.look(() => this.requestUpdate());
  }

  render() {
    const late = owed.items.filter(isLate).length;
    const soon = owed.items.filter(isSoon).length;
    const told = [
      t("staff-promises"),
      ...(late ? [t("staff-n-late", { n: late })] : []),
      ...(soon ? [t("staff-n-soon", { n: soon })] : []),
    ];
    return html`<button
      class="quiet round promises-mark"
      aria-label=${told.join(", ")}
      aria-haspopup="dialog"
      @click=${showPromises}
    >
      ${icon("clock")}
      ${
        late + soon
          ? html`<span class="badge num ${late ? "" : "is-soon"}" aria-hidden="true"
              >${late + soon}</span
            >`
          : nothing
      }
    </button>`;
  }
}
customElements.define("staff-promises-mark", StaffPromisesMark);

class StaffPromises extends StaffDialog {
  constructor() {
    super();
    /** @type {any} the one just kept, for as long as that can be taken back */
    this.kept = null;
    this.keptUntil = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    owed.ask().then(() => this.requestUpdate());
  }

  willUpdate() {
    owed.look(() => this.requestUpdate());
  }

  async keep(promise) {
    const answer = await desk.act("kept", `/promises/${promise.id}/kept`);
    if (answer) {
      this.kept = promise;
      this.keptUntil = serverNow() + desk.about.times.undo_s * 1000;
    }
    await this.again();
  }

  async reopen() {
    if (await desk.act("reopen", `/promises/${this.kept.id}/reopen`)) this.kept = null;
    await this.again();
  }

  async again() {
    await owed.ask();
    this.requestUpdate();
  }

  render() {
    const inside = html`${this.justKept()}
      ${owed.items.length ? this.list() : html`<p class="explain">${t("staff-no-promises")}</p>`}
      <staff-said-bar></staff-said-bar>`;
    return this.sheet(t("staff-promises"), inside, "wide");
  }

  justKept() {
    if (!this.kept || serverNow() > this.keptUntil) return nothing;
    return html`<div class="just-kept" role="status">
      ${icon("check")}
      <p>${t("staff-promise-was-kept", { ticket: this.kept.ticket ?? "" })}</p>
      <button class="quiet" aria-disabled=${desk.busy} @click=${() => desk.busy || this.reopen()}>
        ${icon("undo")} ${t("action-undo")}
      </button>
    </div>`;
  }

  list() {
    return html`<ol class="owed">
        ${repeat(
          owed.items,
          (promise) => promise.id,
          (promise) => this.row(promise),
        )}
      </ol>
      ${owed.more ? html`<p class="explain">${t("staff-more-promises")}</p>` : nothing}`;
  }

  row(promise) {
    const tone = isLate(promise) ? "is-late" : isSoon(promise) ? "is-soon" : "";
    return html`<li class=${tone}>
      <div>
        <p class="due">${tone ? icon("warning") : nothing} ${dueWords(promise)}</p>
        <p class="what">${promise.what ?? t("staff-promise-erased")}</p>
        <p class="by">${byWords(promise)}</p>
      </div>
      <button
        class="act"
        aria-label=${t("staff-promise-keep-this", { what: promise.what ?? promise.ticket ?? "" })}
        aria-disabled=${desk.busy}
        @click=${() => desk.busy || this.keep(promise)}
      >
        ${icon("check")} ${t("staff-promise-keep")}
      </button>
    </li>`;
  }
}
customElements.define("staff-promises", StaffPromises);

function dueWords(promise) {
  if (isLate(promise)) return t("staff-promise-late", { when: when(promise.due) });
  if (!isSoon(promise)) return t("staff-promise-by", { when: when(promise.due) });
  return t("staff-promise-soon", { n: Math.ceil(untilDue(promise) / MINUTE_MS) });
}

/** "16:00" today, "Thursday 16:00" this week, "3 January 16:00" further away. */
function when(moment) {
  if (day(moment) === day(serverNow())) return clock(moment);
  const near = Math.abs(millis(moment) - serverNow()) < WEEKDAY_IS_ENOUGH_MS;
  return `${near ? weekday(moment) : day(moment)} ${clock(moment)}`;
}

/** A1 · Advice · promised by Mai, Monday 14:00 */
function byWords({ ticket, service, made_at: made, staff_name: name }) {
  const plan = desk.servicePlan(service);
  const at = name
    ? t("staff-promise-made-by", { name, when: when(made) })
    : t("staff-promise-made", { when: when(made) });
  return html`<b class="num">${ticket}</b> · ${plan ? pick(plan.name) : service} · ${at}`;
}

function showPromises() {
  show("staff-promises");
}
