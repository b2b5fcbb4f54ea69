/** The waits as they are said before a ticket: one likely figure for each service. */
import { html } from "ui/element.js";
import { likelyWait } from "ui/format.js";
import { t } from "ui/words.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("ui/words.js").Speaker["t"]} Say */
/** @typedef {{ basis: string, likely_s: number }} Wait */

/** A figure that changes while somebody reads it is not believed. */
const SAID_MS = 60_000;
/** What is said where no time can be told. @type {Record<string, string>} */
const NO_TIME = { no_counter_open: "kiosk-wait-unknown", after_closing: "kiosk-wait-closing" };

export class Waits {
  /** What is said now. @type {Map<string, { wait: Wait, at: number }>} */
  #said = new Map();

  /**
   * What somebody taking a ticket now would be told, or nothing while that is not known.
   * @param {import("ui/views.js").BoardView} board
   * @param {string} service
   * @returns {Wait | null}
   */
  of(board, service) {
    const told = board?.services.find((/** @type {any} */ { id }) => id === service);
    const wait = told?.open ? told.wait : null;
    if (!wait) return null;
    const said = this.#said.get(service);
    const at = performance.now();
    if (said && said.wait.basis === wait.basis && at - said.at < SAID_MS) return said.wait;
    this.#said.set(service, { wait, at });
    return wait;
  }
}

/** @param {Kiosk} kiosk @param {string} service */
export const waitOf = (kiosk, service) =>
  kiosk.lost ? null : kiosk.waits.of(kiosk.board, service);

/** @param {Wait} wait @param {Say} [say] */
export const inWords = (wait, say) =>
  wait.basis in NO_TIME ? (say ?? t)(NO_TIME[wait.basis]) : likelyWait(wait, say);

/**
 * The wait of every service where it is the same for all of them: it is said once.
 * @param {Kiosk} kiosk
 * @returns {Wait | null}
 */
export function sameForAll(kiosk) {
  const waits = kiosk.about.services.map((/** @type {any} */ { id }) => waitOf(kiosk, id));
  if (waits.length < 2 || !waits[0]) return null;
  const first = inWords(waits[0]);
  return waits.every((/** @type {Wait | null} */ one) => one && inWords(one) === first)
    ? waits[0]
    : null;
}

/** @param {Wait} wait @param {Say} [say] */
export const figure = (wait, say) =>
  html`<span class=${wait.basis in NO_TIME ? "unknown" : "num"}>${inWords(wait, say)}</span>`;
