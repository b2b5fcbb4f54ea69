/**
 * Live news over Socket.IO: `const stop = watch("floor", (data) => …)`. News is always the whole
 * state, so a reconnect just watches again. The window hears "foyer:stale" with `{ since }` (the
 * store's time of the last news, null when news flows) once the connection has been gone a while.
 */
import { io } from "socket.io-client";
import { store } from "./api.js";
import { serverNow, setServerTime } from "./time.js";

const STALE_AFTER_MS = 3000;
const ASK_AGAIN_MS = 2000;

/** @type {import("socket.io-client").Socket | null} */
let socket = null;
/** @type {number | null} */
let staleSince = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let staleTimer;
let lastNews = 0;

function connection() {
  if (socket) return socket;
  socket = io({
    transports: ["websocket"],
    reconnectionDelay: 300,
    reconnectionDelayMax: 1000,
    randomizationFactor: 0.3,
  });
  socket.on("disconnect", lost);
  socket.on("connect_error", lost);
  return socket;
}

function lost() {
  if (staleTimer) return;
  staleTimer = setTimeout(() => tellStale(lastNews || serverNow()), STALE_AFTER_MS);
}

function found() {
  clearTimeout(staleTimer);
  staleTimer = undefined;
  if (staleSince !== null) tellStale(null);
}

/** @param {number | null} since */
function tellStale(since) {
  staleSince = since;
  window.dispatchEvent(new CustomEvent("foyer:stale", { detail: { since } }));
}

/**
 * @param {"board" | "floor"} view
 * @param {(data: any) => void} onData
 * @returns {() => void} stops watching
 */
export function watch(view, onData) {
  const live = connection();
  let seq = -1;
  let now = "";
  let date = "";
  let watching = true;
  /** @type {any} */
  let last = null;

  /** @param {{ seq: number, data: any }} news */
  function take(news) {
    // In another business day facts count from 1 again, and time may go back: a clock was put right.
    const sameDay = news.data.date === date;
    if (sameDay && news.seq <= seq && !(news.data.now > now)) return;
    seq = news.seq;
    date = news.data.date;
    now = news.data.now;
    setServerTime(now, news.data.speed);
    lastNews = serverNow();
    last = news.data;
    onData(last);
  }

  /** What is wrong with the store's machine comes at once, and whatever becomes of the view. */
  function takeMachine(/** @type {any} */ machine) {
    if (last) onData((last = { ...last, ...machine }));
  }

  function ask() {
    live.emit("watch", { store: store(), view }, (/** @type {any} */ answer) => {
      if (!watching) return;
      if (answer.error) {
        lost();
        setTimeout(() => watching && live.connected && ask(), ASK_AGAIN_MS);
        return;
      }
      found();
      take(answer);
    });
  }

  live.on(view, take);
  if (view === "floor") live.on("machine", takeMachine);
  live.on("connect", ask);
  if (live.connected) ask();
  return () => {
    watching = false;
    live.off(view, take);
    live.off("machine", takeMachine);
    live.off("connect", ask);
  };
}
