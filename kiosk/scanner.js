/**
 * A handheld scanner plays a keyboard: it types what it read faster than anybody can, and ends with
 * Enter. What it types is heard wherever the focus is and reaches nothing else: no field, no button.
 */

const BETWEEN_MS = 60;
const QUIET_MS = 250;
const LEAST = 5;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

let text = "";
let last_at = -Infinity;
/** Where it types into a field: what stood there before. @type {{ field: Field, was: string } | null} */
let into = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {(text: string) => void} */
let scanned = () => {};

/** @param {(text: string) => void} heard */
export const listenToScanner = (heard) => (scanned = heard);

/** @param {KeyboardEvent} event */
function hear(event) {
  const typed = written(event);
  const going = text !== "" && event.timeStamp - last_at < BETWEEN_MS;
  // One letter alone does nothing on a kiosk, so it can be held back; Enter and space do much.
  if (typed === null || !(going || typed.trim())) return;
  if (event.type === "keydown") add(typed, going, event);
  if (into && typed !== "\n") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * @param {string} typed
 * @param {boolean} going
 * @param {KeyboardEvent} event
 */
function add(typed, going, { target, timeStamp }) {
  if (!going) into = isField(target) ? { field: target, was: target.value } : null;
  text = (going ? text : "") + typed;
  last_at = timeStamp;
  clearTimeout(timer);
  timer = setTimeout(end, QUIET_MS);
}

/** A licence's code has line ends of its own: only quiet says that it is over. */
function end() {
  const [read, typedInto] = [text, into];
  text = "";
  into = null;
  if (!read.endsWith("\n") || read.trim().length < LEAST) return;
  if (typedInto) {
    typedInto.field.value = typedInto.was;
    typedInto.field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  scanned(read.trim());
}

/** What a key writes; nothing for keys that write nothing. @param {KeyboardEvent} event */
function written({ key, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "Enter" || key === "Tab") return "\n";
  return key.length === 1 ? key : null;
}

/** @param {EventTarget | null} target @returns {target is Field} */
const isField = (target) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

// Before anybody else listens: to them these are no keys.
for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
  window.addEventListener(type, hear, true);
}
