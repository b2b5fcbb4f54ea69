// Taps on their way to the store's computer: sent in order, each under its own key, so that it is done
// once however often it is sent. While nobody answers they wait here, also through a reload.

import { api, newKey } from "ui/api.js";
import { serverNow } from "ui/time.js";

const TRY_AGAIN_MS = 1500;
/** An answer that takes longer is not waited for: the next tap may follow. */
const SLOW_MS = 1500;
/** A call is for somebody who looks up now: one that has waited longer is not made any more. */
const CALL_GOOD_FOR_MS = 120_000;
const NOT_WRITTEN = new Set([0, 502, 503, 504]);
const REMEMBERED = "foyer-staff-taps";

/**
 * @typedef {{key: string, what: string, path: string, body: any, staff: string}} Asked
 * @typedef {Asked & {at: number, tapped: number}} Tap `at` in the store's time, `tapped` in ours
 * @typedef {{ok: boolean, status: number, body: any}} Answer
 */

export class Outbox {
  /** @type {Tap[]} */ taps = [];
  /** Nobody answered the first of them yet, and for longer than a tap takes. */
  slow = false;
  #running = false;
  /** @type {Map<string, (answer: Answer | null) => void>} */ #awaited = new Map();
  #hurry = () => {};

  /**
   * @param {() => void} changed
   * @param {(tap: Tap, answer: Answer) => Promise<void>} answered
   * @param {(tap: Tap) => void} tooOld
   */
  constructor(changed, answered, tooOld) {
    this.changed = changed;
    this.answered = answered;
    this.tooOld = tooOld;
  }

  /**
   * @param {Omit<Asked, "key">} asked
   * @returns {Promise<Answer | null>} null when it was never sent
   */
  push(asked) {
    if (this.taps.some((tap) => alike(tap, asked))) return Promise.resolve(null);
    const tap = { key: newKey(), at: serverNow(), tapped: Date.now(), ...asked };
    this.taps.push(tap);
    this.#remember();
    const answer = new Promise((resolve) => this.#awaited.set(tap.key, resolve));
    this.#run();
    return answer;
  }

  /** What this person tapped before the page was loaded again. @param {string} staff */
  restore(staff) {
    const kept = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "[]");
    this.taps = [...kept.filter((tap) => tap.staff === staff), ...this.taps];
    this.#remember();
    this.#run();
  }

  /** The last tap is taken back before it was sent. @returns {boolean} whether it may have been done */
  drop() {
    const tap = this.taps.pop();
    if (!tap) return false;
    this.#remember();
    this.#resolve(tap, null);
    if (!this.taps.length) this.slow = false;
    this.#hurry();
    return !this.taps.length;
  }

  /** Somebody answers again. */
  hurry() {
    this.#hurry();
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    while (this.taps.length) await this.#send(this.taps[0]);
    this.#running = false;
    this.changed();
  }

  /** @param {Tap} tap */
  async #send(tap) {
    if (tap.what === "call" && Date.now() - tap.tapped > CALL_GOOD_FOR_MS) {
      this.#done(tap, null);
      return this.tooOld(tap);
    }
    const timer = setTimeout(() => this.#isSlow(), SLOW_MS);
    const answer = await api.post(tap.path, tap.body, { key: tap.key });
    clearTimeout(timer);
    if (NOT_WRITTEN.has(answer.status)) return this.#rest(tap);
    this.slow = this.slow && this.taps.length > 1;
    if (this.taps[0] !== tap) return;
    await this.answered(tap, answer);
    this.#done(tap, answer);
  }

  /** @param {Tap} tap */
  #rest(tap) {
    if (this.taps[0] !== tap) return;
    this.#isSlow();
    return new Promise((resume) => {
      const timer = setTimeout(resume, TRY_AGAIN_MS);
      this.#hurry = () => {
        clearTimeout(timer);
        resume(undefined);
      };
    });
  }

  #isSlow() {
    this.slow = true;
    this.changed();
  }

  /** @param {Tap} tap @param {Answer | null} answer */
  #done(tap, answer) {
    this.taps = this.taps.filter((other) => other !== tap);
    this.#remember();
    this.#resolve(tap, answer);
  }

  #resolve({ key }, answer) {
    this.#awaited.get(key)?.(answer);
    this.#awaited.delete(key);
  }

  #remember() {
    sessionStorage.setItem(REMEMBERED, JSON.stringify(this.taps));
    this.changed();
  }
}

/** @param {Tap} tap @param {Omit<Asked, "key">} asked */
const alike = (tap, asked) =>
  tap.what === asked.what &&
  tap.path === asked.path &&
  JSON.stringify(tap.body) === JSON.stringify(asked.body);
