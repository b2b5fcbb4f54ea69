/**
 * A handheld scanner plays a keyboard: it types what it read faster than anybody can, and ends with
 * Enter. What it types is heard wherever the focus is and reaches nothing else: no field, no button.
 *
 * It presses the keys of the keyboard it believes to have, mostly an American one; what they write is
 * up to this machine's layout and its Caps Lock. So what was typed is told in every way it may be meant.
 */

const BETWEEN_MS = 60;
const QUIET_MS = 250;
const LEAST = 4;
/** What a scanner may put before a code: which kind it is, by the AIM's list. */
const KIND = /^\][a-z]\d/i;
const ADDRESS = /^https?:\/\//i;

/** What a key at a place writes on an American keyboard: alone, and with Shift. @type {Map<string, string>} */
const AMERICAN = new Map([
  ...[..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) =>
    pair(`Key${letter}`, letter.toLowerCase() + letter),
  ),
  ...[..."1234567890"].map((digit, index) =>
    pair(`Digit${digit}`, digit + "!@#$%^&*()".charAt(index)),
  ),
  ...[..."0123456789"].map((digit) => pair(`Numpad${digit}`, digit + digit)),
  pair("NumpadSubtract", "--"),
  pair("NumpadDecimal", ".."),
  pair("NumpadDivide", "//"),
  pair("Minus", "-_"),
  pair("Equal", "=+"),
  pair("BracketLeft", "[{"),
  pair("BracketRight", "]}"),
  pair("Backslash", "\\|"),
  pair("Semicolon", ";:"),
  pair("Quote", "'\""),
  pair("Backquote", "`~"),
  pair("Comma", ",<"),
  pair("Period", ".>"),
  pair("Slash", "/?"),
]);

/** @param {string} code @param {string} both @returns {[string, string]} */
function pair(code, both) {
  return [code, both];
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** What one key writes by this machine's layout, and by its place on an American keyboard.
 * @typedef {{ written: string, placed: string }} Typed */

/** @type {Typed[]} */
let typedSoFar = [];
let capsLock = false;
/** This scanner was once understood by the places of its keys. */
let isAmerican = false;
let last_at = -Infinity;
/** Where it types into a field: what stood there before. @type {{ field: Field, was: string } | null} */
let into = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {(texts: string[]) => void} */
let scanned = () => {};

/** @param {(texts: string[]) => void} heard what was read, the likeliest first */
export const listenToScanner = (heard) => (scanned = heard);

/** @param {KeyboardEvent} event */
function hear(event) {
  const typed = typedBy(event);
  const going = typedSoFar.length > 0 && event.timeStamp - last_at < BETWEEN_MS;
  // One letter alone does nothing on a kiosk, so it can be held back; Enter and space do much.
  if (typed === null || !(going || typed.placed.trim())) return;
  if (event.type === "keydown") add(typed, going, event);
  if (into && typed.written !== "\n") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * @param {Typed} typed
 * @param {boolean} going
 * @param {KeyboardEvent} event
 */
function add(typed, going, event) {
  const { target, timeStamp } = event;
  if (!going) into = isField(target) ? { field: target, was: target.value } : null;
  typedSoFar = going ? [...typedSoFar, typed] : [typed];
  capsLock = event.getModifierState("CapsLock");
  last_at = timeStamp;
  clearTimeout(timer);
  timer = setTimeout(end, QUIET_MS);
}

/** A licence's code has line ends of its own: only quiet says that it is over. */
function end() {
  const [read, typedInto] = [typedSoFar, into];
  typedSoFar = [];
  into = null;
  const ways = waysToRead(read);
  if (read[read.length - 1]?.placed !== "\n" || ways[0].length < LEAST) return;
  if (typedInto) {
    typedInto.field.value = typedInto.was;
    typedInto.field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  scanned(ways);
}

/** @param {Typed[]} read */
function waysToRead(read) {
  const text = (/** @type {keyof Typed} */ way) =>
    read
      .map((typed) => typed[way])
      .join("")
      .trim();
  const [written, placed] = [text("written"), text("placed")];
  if (ADDRESS.test(written) !== ADDRESS.test(placed)) isAmerican = ADDRESS.test(placed);
  // Caps Lock turns what is written, unless the scanner has seen its light and turned it back.
  const layout = capsLock ? [otherCase(written), written] : [written, otherCase(written)];
  const places = [placed, otherCase(placed)];
  const [a, b] = isAmerican ? [places, layout] : [layout, places];
  const ways = [a[0], b[0], a[1], b[1]].map((one) => one.replace(KIND, ""));
  return [...new Set(ways)];
}

/** @param {string} text */
const otherCase = (text) =>
  [...text]
    .map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
    .join("");

/** Nothing for keys that write nothing. @param {KeyboardEvent} event @returns {Typed | null} */
function typedBy(event) {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (key === "Enter" || key === "Tab") return { written: "\n", placed: "\n" };
  const third = event.getModifierState("AltGraph");
  if (metaKey || ((ctrlKey || altKey) && !third)) return null;
  const written = key.length === 1 ? key : "";
  if (third) return written ? { written, placed: written } : null;
  // A dead key writes nothing yet, and one before an input method nothing at all.
  const placed = AMERICAN.get(code)?.[Number(shiftKey)] ?? written;
  return written || placed ? { written, placed } : null;
}

/** @param {EventTarget | null} target @returns {target is Field} */
const isField = (target) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

// Before anybody else listens: to them these are no keys.
for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
  window.addEventListener(type, hear, true);
}
