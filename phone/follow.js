/**
 * Follows one visit: Server-Sent Events while they come through, asking every few seconds while
 * they do not. Made for plain HTTP, phones that sleep, and rooms with bad reception.
 */
import { patience } from "ui/patience.js";
import { millis, setServerTime } from "ui/time.js";

const ASK_EVERY_MS = 3000;
const COME_BACK_MS = 1000;
const PATIENCE_MS = 4000;
const STALE_AFTER_MS = 5000;
/** The server lets itself be heard every 15 s; three times missed is too often. */
const SILENCE_MS = 46_000;

/**
 * @param {string} secret
 * @param {{
 *   onView: (view: any) => void,
 *   onStale: (since: number | null) => void,
 *   onGone: () => void,
 * }} tell
 */
export function follow(secret, { onView, onStale, onGone }) {
  /** @type {EventSource | null} */
  let source = null;
  let heard = Date.now();
  let connected = false;
  let over = false;
  let asking = false;
  /** @type {any} */
  let latest = null;

  /** @param {any} view */
  function take(view) {
    hear();
    if (latest && isOlder(view, latest)) return;
    latest = view;
    setServerTime(view.now, view.speed);
    onView(view);
  }

  function hear() {
    heard = Date.now();
  }

  function listen() {
    if (over || !window.EventSource) return;
    source?.close();
    source = new EventSource(`/v/${secret}/events`);
    source.addEventListener("open", () => {
      connected = true;
      hear();
    });
    source.addEventListener("beat", hear);
    source.addEventListener("message", (event) => take(JSON.parse(event.data)));
    source.addEventListener("error", lost);
  }

  /** The browser comes back by itself, unless it was told not to: then it is for us to find out. */
  function lost() {
    if (connected) hear();
    connected = false;
    if (source?.readyState !== EventSource.CLOSED) return;
    source = null;
    if (!latest) ask();
    setTimeout(() => source ?? listen(), COME_BACK_MS * (1 + Math.random()));
  }

  async function ask() {
    if (over || asking) return;
    asking = true;
    const { status, view } = await once(`/v/${secret}/visit`);
    asking = false;
    if (view?.visit) take(view);
    else if (status === 404) end();
  }

  function end() {
    over = true;
    source?.close();
    clearInterval(watching);
    onGone();
  }

  function look() {
    const silent_ms = Date.now() - heard;
    if (!connected && silent_ms > ASK_EVERY_MS) ask();
    if (connected && silent_ms > SILENCE_MS) listen();
    const stale = silent_ms > (connected ? SILENCE_MS : STALE_AFTER_MS);
    onStale(stale && latest ? millis(latest.now) : null);
  }

  /** A phone that was asleep may believe in a connection that is long gone. */
  function wake() {
    if (document.hidden || over) return;
    ask();
    if (Date.now() - heard > STALE_AFTER_MS) listen();
  }

  const watching = setInterval(look, 1000);
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  if (window.EventSource) listen();
  else ask();
}

/**
 * In another business day facts count from 1 again, and time may go back: a clock was put right.
 * @param {any} view
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
    const answer = await fetch(url, {
      signal: patience(PATIENCE_MS),
      cache: "no-store",
    });
    return { status: answer.status, view: answer.ok ? await answer.json() : null };
  } catch {
    return { status: 0, view: null };
  }
}
