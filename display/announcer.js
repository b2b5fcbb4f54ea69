/**
 * Decides which calls still have to be announced, and gives each its turn: one after another,
 * never two at once, and each call (a visit and the moment it was called) once on this TV, also
 * after a reconnect or a reload.
 */
import { millis, serverNow } from "ui/time.js";

const REMEMBERED = "foyer:announced";
const REMEMBER_AT_MOST = 200;
/** A TV that has just been switched on announces what is fresh; the rest it only shows. */
const FRESH_S = 20;
const TURN_MS = 7000;
const TURN_IN_A_CROWD_MS = 4500;
/** Who was quick to the counter is still shown this long, so that nothing only flickers by. */
const TURN_AT_LEAST_MS = 3500;
const PAUSE_MS = 400;

/** @typedef {{ visit: string, ticket: string, counter: string, called_at: string }} Call */

/** @param {Call} call */
export const keyOf = (call) => `${call.visit}@${call.called_at}`;

export class Announcer {
  #announced = new Set(remembered());
  #justStarted = true;
  /** @type {Call[]} */
  #queue = [];
  /** @type {Call | null} */
  #current = null;
  #began = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {(call: Call | null) => void} */
  #onTurn;

  /** @param {(call: Call | null) => void} onTurn hears each call as its turn begins, and null after the last */
  constructor(onTurn) {
    this.#onTurn = onTurn;
  }

  get current() {
    return this.#current;
  }

  /** @param {Call[]} called everyone called and not yet at the counter, newest first */
  hear(called) {
    const oldestFirst = [...called].reverse();
    if (this.#justStarted) oldestFirst.filter(isOld).forEach((call) => this.#remember(call));
    this.#justStarted = false;
    const stillCalled = new Set(called.map(keyOf));
    this.#queue = this.#queue.filter((call) => stillCalled.has(keyOf(call)));
    for (const call of oldestFirst) if (!this.#knows(call)) this.#queue.push(call);
    if (this.#current && !stillCalled.has(keyOf(this.#current))) this.#endAfter(TURN_AT_LEAST_MS);
    else if (this.#current && this.#queue.length) this.#endAfter(TURN_IN_A_CROWD_MS);
    if (!this.#timer) this.#nextTurn();
  }

  #nextTurn() {
    this.#timer = undefined;
    const call = this.#queue.shift();
    if (!call) return;
    this.#remember(call);
    this.#current = call;
    this.#began = performance.now();
    this.#onTurn(call);
    this.#endAfter(this.#queue.length ? TURN_IN_A_CROWD_MS : TURN_MS);
  }

  /** @param {number} turn_ms counted from when the turn began */
  #endAfter(turn_ms) {
    clearTimeout(this.#timer);
    const shown_ms = performance.now() - this.#began;
    this.#timer = setTimeout(() => this.#endTurn(), Math.max(0, turn_ms - shown_ms));
  }

  #endTurn() {
    clearTimeout(this.#timer);
    this.#current = null;
    if (!this.#queue.length) this.#onTurn(null);
    this.#timer = setTimeout(() => this.#nextTurn(), PAUSE_MS);
  }

  /** @param {Call} call */
  #knows(call) {
    const key = keyOf(call);
    return this.#announced.has(key) || this.#queue.some((queued) => keyOf(queued) === key);
  }

  /** @param {Call} call */
  #remember(call) {
    this.#announced.add(keyOf(call));
    const latest = [...this.#announced].slice(-REMEMBER_AT_MOST);
    this.#announced = new Set(latest);
    try {
      localStorage.setItem(REMEMBERED, JSON.stringify(latest));
    } catch {
      // A browser without storage still announces; only a reload may then repeat a fresh call.
    }
  }
}

/** @param {Call} call */
const isOld = (call) => serverNow() - millis(call.called_at) > FRESH_S * 1000;

/** @returns {string[]} */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? "[]");
  } catch {
    return [];
  }
}
