/**
 * The store's time. The server says what time it is there and how fast it runs (a demo runs
 * faster); between two news the page counts on by itself, whatever its own clock says.
 */
let anchor = { at: Date.now(), local: performance.now(), speed: 1 };

/**
 * @param {string | number} now
 * @param {number} [speed]
 */
export function setServerTime(now, speed = 1) {
  anchor = { at: millis(now), local: performance.now(), speed };
}

export const serverNow = () => anchor.at + (performance.now() - anchor.local) * anchor.speed;

/** @param {string | number} time */
export const millis = (time) => (typeof time === "number" ? time : Date.parse(time));

/**
 * Calls `fn` every second until stopped.
 * @param {() => void} fn
 */
export function everySecond(fn) {
  const timer = setInterval(fn, 1000);
  return () => clearInterval(timer);
}
