// What this tablet knows and what it is doing: one state for all its elements, one action at a time.

import { api, problemText } from "ui/api.js";
import { FoyerElement } from "ui/element.js";
import { watch } from "ui/live.js";
import { everySecond, millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { assumed } from "./assumed.js";
import { Outbox } from "./outbox.js";

/** A finger that taps twice means it once: what the second tap would meet must first have been seen. */
const SETTLE_MS = 450;
/** Whoever is told "no" so long after a tap is told what it was. */
const LATE_MS = 5000;
/** What the server calls the last action of a visit, where the tablet asks for it by another name. */
const UNDONE_AS = { resolved: "finish", unresolved: "finish", escalated: "finish" };
/** The words of taps that are no action on a visit. */
const TAPPED = {
  call: "staff-call-next",
  note: "staff-note",
  open: "staff-open-counter",
  break: "staff-take-break",
  close: "staff-close-counter",
  help: "staff-help-coming",
  ask: "staff-ask-help",
  kept: "staff-promise-keep",
  suggestion: "staff-take",
  not_now: "staff-not-now",
  reopen: "action-undo",
  check_in: "staff-appointment-check-in",
  move_appointment: "staff-appointment-move",
  cancel_appointment: "staff-appointment-cancel",
  resolved: "action-finish",
  unresolved: "action-finish",
  escalated: "action-finish",
};
/** Those whose effect nobody would see otherwise. */
const SAID = { recall: true, note: true };

class Desk extends EventTarget {
  /** @type {any} */ about = null;
  /** @type {any} */ session = null;
  /** @type {any} */ floor = null;
  /** @type {number | null} */ staleSince = null;
  settling = false;
  outbox = new Outbox(
    () => this.changed(),
    (tap, answer) => this.#answered(tap, answer),
    (tap) => this.#sorry(t("staff-too-old", { what: tapWords(tap) })),
  );
  /** @type {{tone: "sorry" | "good", text: string} | null} */ said = null;
  /** What this tablet did last: the visit as it was then, and until when it can be taken back. */
  /** @type {{visit: any, until: number} | null} */ done = null;
  /** @type {string | null} */ selected = null;
  /** The visits chosen to be moved together; null while one is chosen at a time. */
  /** @type {string[] | null} */ together = null;
  /** The counter a colleague hands over, until the next person has signed in. */
  /** @type {string | null} */ handingOver = null;

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  set(fields) {
    Object.assign(this, fields);
    this.changed();
  }

  follow() {
    window.addEventListener("foyer:stale", (event) => {
      const { since } = /** @type {CustomEvent} */ (event).detail;
      this.set({ staleSince: since });
      if (since === null) this.outbox.hurry();
    });
    watch("floor", (floor) => this.see(floor));
    everySecond(() => this.changed());
  }

  /** A floor older than the one shown is never shown; a new business day counts from 1 again. */
  see(floor) {
    const older = this.floor && floor.seq < this.floor.seq && floor.now <= this.floor.now;
    if (older && floor.date === this.floor.date) return;
    const first = !this.floor;
    this.floor = floor;
    if (first && this.me) this.outbox.restore(this.me.id);
    if (this.selected && !floor.visits[this.selected]) this.selected = null;
    this.together = this.together?.filter((id) => floor.visits[id]) ?? null;
    if (!this.together?.length) this.together = null;
    this.changed();
  }

  /** While an answer is awaited, and a moment longer; a tap that must wait keeps no other waiting. */
  get busy() {
    return this.settling || (this.outbox.taps.length > 0 && !this.offline);
  }

  get offline() {
    return this.outbox.slow || this.staleSince !== null;
  }

  /** Taps that are kept because nobody answers. */
  get unsent() {
    return this.offline ? this.outbox.taps : [];
  }

  get me() {
    return this.session?.staff ?? null;
  }

  get myCounter() {
    const mine = (counter) => counter.state !== "closed" && counter.staff?.id === this.me?.id;
    const counter = this.me ? this.floor?.counters.find(mine) : null;
    if (!counter?.visit || !this.unsent.length) return counter ?? null;
    const gone = ["ended", "held"].includes(this.visit(counter.visit).state);
    return gone ? { ...counter, visit: null } : counter;
  }

  /** The visits a tap on a line would move. @returns {any[]} */
  get inHand() {
    const ids = this.together ?? (this.selected ? [this.selected] : []);
    return ids.map((id) => this.visit(id)).filter(Boolean);
  }

  counterPlan(id) {
    return this.about.counters.find((counter) => counter.id === id);
  }

  /** One that the settings have no more is shown by its id: whoever waits for it is still here. */
  servicePlan(id) {
    const known = this.about.services.find((service) => service.id === id);
    return known ?? { id, name: id, icon: "service", typical_minutes: 10 };
  }

  visit(id) {
    const { visits = {}, recent = [] } = this.floor ?? {};
    return assumed(visits[id] ?? recent.find((visit) => visit.id === id) ?? null, this.unsent);
  }

  /**
   * Asks the server for one thing, once. A second tap meanwhile does nothing; while the server
   * cannot be reached the tap is kept, and sent again under the same key until it answers.
   * @param {string} what
   * @param {string} path
   * @param {any} [body]
   * @returns {Promise<any>} the answer, or null when nothing was done
   */
  async act(what, path, body = {}) {
    if (this.busy) return null;
    if (!this.outbox.taps.length) this.said = null;
    const sent = this.outbox.push({ what, path, body, staff: this.me?.id ?? "" });
    if (this.offline) this.settle();
    const answer = await sent;
    return answer?.ok ? answer : null;
  }

  async #answered(tap, answer) {
    this.settle();
    if (answer.ok) return this.#remember(tap.what, answer);
    const late = Date.now() - tap.tapped > LATE_MS;
    const not = late ? `${t("staff-not-done", { what: tapWords(tap) })} ` : "";
    this.#sorry(not + problemText(answer.body));
    await this.refresh();
  }

  /** Taps count again once what is under the finger has stood still for a moment. */
  settle() {
    this.settling = true;
    clearTimeout(this.settled);
    this.settled = setTimeout(() => this.set({ settling: false }), SETTLE_MS);
  }

  /** For what is no second tap, a drop or a hand-over: it waits until taps count again. */
  async settledDown() {
    while (this.settling) {
      await new Promise((resume) => this.addEventListener("change", resume, { once: true }));
    }
  }

  /** The last tap is taken back before anybody heard of it. */
  giveUp() {
    if (this.outbox.drop()) this.#sorry(t("staff-gave-up"));
    this.changed();
  }

  /** What was refused before is said as well: several taps may have waited. */
  #sorry(text) {
    const before =
      this.said?.tone === "sorry" && this.outbox.taps.length ? `${this.said.text} ` : "";
    this.said = { tone: "sorry", text: before + text };
  }

  async #remember(what, answer) {
    if (answer.status === 204) {
      this.said = { tone: "good", text: t("staff-nobody-to-call") };
      return;
    }
    const visit = answer.body?.ticket ? answer.body : null;
    if (!(visit?.seq <= this.floor.seq)) await this.refresh();
    if (visit && visit.undo === (UNDONE_AS[what] ?? what))
      this.done = { visit, until: serverNow() + this.about.times.undo_s * 1000 };
    if (SAID[what])
      this.said = { tone: "good", text: t(`staff-did-${what}`, { ticket: visit?.ticket ?? "" }) };
  }

  async refresh() {
    const answer = await api.get("/floor");
    if (answer.ok) this.see(answer.body);
  }

  /** The visit whose last action the undo button takes back; null when there is none. */
  get undoable() {
    if (!this.floor || !this.me) return null;
    const mine = this.myCounter;
    const here = mine?.visit ? this.visit(mine.visit) : null;
    const last =
      mine && !here ? this.floor.recent.find((visit) => visit.counter === mine.id) : null;
    return [this.#ownLast(), here, last].find((visit) => visit && this.#open(visit)) ?? null;
  }

  /** Unless somebody else did something with it since: theirs is not ours to take back. */
  #ownLast() {
    const then = this.done?.visit;
    const now = then && this.visit(then.id);
    const same =
      now && now.undo === then.undo && now.state === then.state && now.counter === then.counter;
    return same ? now : null;
  }

  /** No news comes when the time for an undo has run out, so the clock is asked as well. */
  #open(visit) {
    if (!visit.allowed_actions.includes("undo")) return false;
    if (visit.ended_as === "no_show" || visit.ended_reason === "hold_expired") return true;
    const since = { called: visit.called_at, serving: visit.started_at, ended: visit.ended_at }[
      visit.state
    ];
    const own = this.done && this.done.visit.id === visit.id ? this.done.until : 0;
    const until = since ? millis(since) + this.about.times.undo_s * 1000 : 0;
    return serverNow() < Math.max(own, until);
  }

  async undo(visit) {
    const what = undoText(visit);
    const answer = await this.act("undo", `/visits/${visit.id}/undo`);
    if (answer) this.set({ done: null, said: { tone: "good", text: t("staff-undone", { what }) } });
  }
}

/** What an undo of this visit would take back, in words. */
export function undoText(visit) {
  return t(`staff-undo-${visit.undo}`, {
    ticket: visit.ticket,
    counter: counterName(visit.counter),
  });
}

/** What a tap asks for, in the words it was tapped with. */
export function tapWords({ what, path }) {
  const visit = /^\/visits\/([^/]+)\//.exec(path)?.[1];
  const ticket = (visit ? desk.visit(visit)?.ticket : "") ?? "";
  return `${t(TAPPED[what] ?? `action-${what}`)} ${ticket}`.trim();
}

/** "Counter 2", or where those wait who belong to no counter yet. */
export function counterName(id) {
  const plan = id && desk.counterPlan(id);
  return plan ? t("counter-number", { counter: pick(plan.name) }) : t("staff-pool");
}

export const desk = new Desk();

/** An element that shows the desk and is drawn again when it changes. */
export class DeskElement extends FoyerElement {
  redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    desk.addEventListener("change", this.redraw);
  }

  /** The same change may have taken the element off the page: it no longer has anything to show. */
  shouldUpdate(_changed) {
    return this.isConnected;
  }

  disconnectedCallback() {
    desk.removeEventListener("change", this.redraw);
    super.disconnectedCallback();
  }
}
