/**
 * Rings once for each call: the chime of the room, three times, and the phone's buzz. A browser
 * sounds only after a touch, so the customer is asked for one, and again when a phone call or the
 * system has taken the sound away.
 */
import { chime, whenSilent } from "ui/chime.js";
import { millis, serverNow } from "ui/time.js";

const RUNG = "foyer:rung";
const TIMES = 3;
const APART_MS = 2400;
const BUZZ_MS = [400, 200, 400, 200, 800];
/** A page opened long after the call shows it, and leaves the room in peace. */
const FRESH_S = 60;

let asked = false;
/** @type {WakeLockSentinel | null} */
let awake = null;
let resting = false;

/** @param {{ onSound: (on: boolean) => void, onAwake: (awake: boolean) => void }} tell */
export function letRing({ onSound, onAwake }) {
  if (asked) return;
  asked = true;
  whenSilent((silent) => onSound(!silent));
  const stay = () => stayAwake(onAwake);
  document.addEventListener("visibilitychange", stay);
  stay();
}

/** A screen that goes dark takes the page and its sound with it. @param {(awake: boolean) => void} onAwake */
async function stayAwake(onAwake) {
  if (resting || document.hidden || (awake && !awake.released)) return;
  try {
    awake = await navigator.wakeLock.request("screen");
    awake.addEventListener("release", () => onAwake(false));
    onAwake(true);
  } catch {
    // Not over plain HTTP, not on every phone, and not when the battery is low.
    onAwake(false);
  }
}

/** Nothing is waited for any more. */
export function rest() {
  resting = true;
  awake?.release();
}

/** So that the customer knows what to listen for. */
export function tryRing() {
  setTimeout(chime, 150);
  navigator.vibrate?.(BUZZ_MS[0]);
}

/** @param {Pick<import("ui/views.js").OwnVisitView, "id" | "called_at" | "recalls">} visit */
export function ring(visit) {
  const call = `${visit.id}@${visit.called_at}`;
  const nth = `${call}#${visit.recalls}`;
  const before = remembered();
  if (before === nth) return;
  remember(nth);
  const again = before.startsWith(`${call}#`);
  if (!again && visit.called_at && serverNow() - millis(visit.called_at) > FRESH_S * 1000) return;
  // Before the first tap a phone may not buzz, and a browser complains of the try.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ_MS);
  for (let nth = 0; nth < TIMES; nth++) setTimeout(chime, nth * APART_MS);
}

let inMemory = "";

function remembered() {
  try {
    return sessionStorage.getItem(RUNG) ?? inMemory;
  } catch {
    return inMemory;
  }
}

/** @param {string} call */
function remember(call) {
  inMemory = call;
  try {
    sessionStorage.setItem(RUNG, call);
  } catch {
    // A private window: a reload may ring the same call again.
  }
}
