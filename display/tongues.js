/**
 * The languages of the store on one screen. A call is written in all of them at once; everything
 * else takes turns, calmly, on every TV of the store together.
 */
import { html, keyed } from "ui/element.js";
import { learnLanguages } from "ui/words.js";

const TURN_MS = 10_000;

/** @typedef {import("ui/words.js").Speaker} Speaker */

/** @type {Speaker[]} */
let speakers = [];

export const loadTongues = () =>
  learnLanguages(["floor", "display"], (learnt) => (speakers = learnt));

export const tongues = () => speakers;

/** Counts the turns; a list that takes turns too (a notice, a page of counters) uses it as well. */
export const turn = () => Math.floor(Date.now() / TURN_MS);

/** Counts the times that every language has had its turn: what is said in words stays that long. */
export const round = () => Math.floor(turn() / speakers.length);

const speaking = () => speakers[turn() % speakers.length];

/** Letters of a name that fit into two lines; a longer one is set one step smaller. */
const TWO_LINES = 36;

/** @param {string} name */
export const isLong = (name) => name.length > TWO_LINES;

/**
 * The part of a list that has its turn.
 * @template T
 * @param {T[]} list
 * @param {number} room
 * @param {number} [nth]
 * @returns {T[]}
 */
export function pageOf(list, room, nth = turn()) {
  const pages = Math.max(1, Math.ceil(list.length / room));
  const each = Math.ceil(list.length / pages);
  const start = (nth % pages) * each;
  return list.slice(start, start + each);
}

/**
 * Something said in the language whose turn it is.
 * @param {(speaker: Speaker) => unknown} say
 */
export function inTurn(say) {
  const speaker = speaking();
  return keyed(
    speaker.lang,
    html`<span class="tongue" lang=${speaker.lang} dir=${speaker.dir}>${say(speaker)}</span>`,
  );
}

/** @param {string} id @param {(speaker: Speaker) => Record<string, any>} [args] */
export const label = (id, args) => inTurn((speaker) => speaker.t(id, args?.(speaker)));

/**
 * The same in all languages at once, each named only once where they say the same.
 * @param {(speaker: Speaker) => string} say
 */
export function inAll(say) {
  const told = new Map(speakers.map((speaker) => [say(speaker), speaker]));
  return [...told].map(
    ([text, { lang, dir }]) => html`<span class="tongue" lang=${lang} dir=${dir}>${text}</span>`,
  );
}
