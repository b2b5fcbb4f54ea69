/**
 * Follows one visit: Server-Sent Events while they come through, asking every few seconds while
 * they do not. Made for plain HTTP, phones that sleep, rooms with bad reception, and browsers that
 * lend a server six connections for all of their tabs together.
 */
import { patience } from "ui/patience.js";
import { millis, setServerTime } from "ui/time.js";

const LOOK_EVERY_MS = 500;
const ASK_EVERY_MS = 2000;
/** In a tab that leaves the stream to another one. */
const ASK_BESIDE_EVERY_MS = 4000;
const ASK_HIDDEN_EVERY_MS = 10_000;
/** Longer than the slowest network that is worth its name, with a connection to make first. */
const PATIENCE_MS = 9000;
/** At a time: the next one goes out before the last is given up, for a network that has come back. */
const ASKING_MOST = 3;
/** The server lets itself be heard every 5 s. */
const SILENCE_MS = 7500;
const STALE_AFTER_MS = 9000;
const OPENING_MS = 9000;
const REFUSED_PAUSES_MS = { first: 1000, most: 30_000 };

/**
 * @param {string} secret
 * @param {{
 *   onView: (view: any) => void,
 *   onStale: (since: number | null) => void,
 *   onGone: () => void,
 * }} tell
 * @param {any} [first] the view that came with the page
 */
export function follow(secret, { onView, onStale, onGone }, first) {
  /** @type {EventSource | null} */
  let source = null;
  /** When the stream was last heard, or opened. */
  let streamed = 0;
  let heard = Date.now();
  let asked = 0;
  let asking = 0;
  let listenFrom = 0;
  let pause_ms = REFUSED_PAUSES_MS.first;
  let over = false;
  /** Another tab of this browser has the stream. */
  let beside = false;
  /** @type {any} */
  let latest = null;
  const others = window.BroadcastChannel ? new BroadcastChannel("foyer:stream") : null;

  /** @param {import("ui/views.js").PhoneView} view */
  function take(view) {
    heard = Date.now();
    if (latest && isOlder(view, latest)) return;
    latest = view;
    setServerTime(view.now, view.speed);
    onView(view);
  }

  function listen() {
    const opened = new EventSource(`/v/${secret}/events`);
    const hear = () => (streamed = heard = Date.now());
    source = opened;
    streamed = Date.now();
    opened.addEventListener("open", () => {
      hear();
      pause_ms = REFUSED_PAUSES_MS.first;
    });
    opened.addEventListener("beat", hear);
    opened.addEventListener("message", (event) => {
      hear();
      take(JSON.parse(event.data));
    });
    opened.addEventListener("error", () => lost(opened));
    others?.postMessage("");
  }

  /**
   * The browser comes back by itself, unless it was told not to.
   * @param {EventSource} from
   */
  function lost(from) {
    if (from !== source) return;
    streamed = Date.now();
    if (from.readyState === EventSource.CLOSED) {
      source = null;
      listenFrom = Date.now() + pause_ms * (1 + Math.random());
      pause_ms = Math.min(2 * pause_ms, REFUSED_PAUSES_MS.most);
    }
    ask();
  }

  function deafen() {
    source?.close();
    source = null;
  }

  async function ask() {
    if (over || asking >= ASKING_MOST) return;
    asking += 1;
    asked = Date.now();
    const { status, view } = await once(`/v/${secret}/visit`);
    asking -= 1;
    if (over) return;
    if (view?.visit) take(view);
    else if (status === 404) end();
  }

  function end() {
    over = true;
    deafen();
    others?.close();
    clearInterval(looking);
    onGone();
  }

  function look() {
    const now = Date.now();
    const open = source?.readyState === EventSource.OPEN;
    if (source && now - streamed > (open ? SILENCE_MS : OPENING_MS)) deafen();
    if (!source && mayListen() && now >= listenFrom) listen();
    const heardLive = open && now - streamed <= SILENCE_MS;
    if (!heardLive && now - asked >= askEvery()) ask();
    onStale(latest && now - heard > STALE_AFTER_MS && !document.hidden ? millis(latest.now) : null);
  }

  const mayListen = () => Boolean(window.EventSource) && !document.hidden && !beside;

  function askEvery() {
    if (document.hidden) return ASK_HIDDEN_EVERY_MS;
    return beside ? ASK_BESIDE_EVERY_MS : ASK_EVERY_MS;
  }

  /** A phone that was asleep may believe in a connection that is long gone. */
  function wake() {
    if (over) return;
    if (document.hidden) return deafen();
    beside = false;
    listenFrom = 0;
    if (Date.now() - streamed > SILENCE_MS) deafen();
    if (!source) ask();
    look();
  }

  others?.addEventListener("message", () => {
    beside = true;
    deafen();
  });
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("focus", wake);
  window.addEventListener("online", wake);
  window.addEventListener("pagehide", deafen);
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  const looking = setInterval(look, LOOK_EVERY_MS);
  if (first) take(first);
  else ask();
  look();
}

/**
 * In another business day facts count from 1 again, and time may go back: a clock was put right.
 * @param {import("ui/views.js").PhoneView} view
 * @param {any} latest
 */
function isOlder(view, latest) {
  if (view.date !== latest.date) return false;
  if (view.seq !== latest.seq) return view.seq < latest.seq;
  return millis(view.now) < millis(latest.now);
}

/**
 * The network of a shop may answer in the server's place, with a page to sign in to.
 * @param {string} url
 */
async function once(url) {
  try {
    const answer = await fetch(url, { signal: patience(PATIENCE_MS), cache: "no-store" });
    return { status: answer.status, view: answer.ok ? await answer.json() : null };
  } catch {
    return { status: 0, view: null };
  }
}
