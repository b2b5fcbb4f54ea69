/**
 * A kiosk's keypad has four arrows and one button. Arrows go from one thing to the next, in the
 * order it is read; the button presses it; Escape goes back.
 */
const CHOICES = "button:not(:disabled), a[href]";

/**
 * @param {HTMLElement} root
 * @param {() => void} back
 */
export function followArrows(root, back) {
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !root.querySelector("dialog[open]")) back();
    const forward = direction(event.key);
    if (!forward) return;
    event.preventDefault();
    step(root.querySelector("dialog[open]") ?? root, forward);
  });
}

/** @param {string} key */
function direction(key) {
  const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "ArrowDown" || key === onward) return 1;
  return key.startsWith("Arrow") ? -1 : 0;
}

/**
 * Ways out that lead nowhere keep their place unseen: the focus would stay where it was.
 * @param {Element} one
 */
export const isSeen = (one) =>
  one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";

/**
 * @param {Element} within
 * @param {number} by
 */
function step(within, by) {
  const choices = /** @type {HTMLElement[]} */ ([...within.querySelectorAll(CHOICES)]).filter(
    isSeen,
  );
  if (!choices.length) return;
  const here = choices.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const from = here < 0 && by < 0 ? 0 : here;
  const choice = choices[(from + by + choices.length) % choices.length];
  choice?.focus();
  choice?.scrollIntoView({ block: "nearest" });
}
