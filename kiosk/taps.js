/**
 * Many people tap twice. The second tap would fall on whatever stands there by then, the next
 * question's answer, and is therefore not taken. A number has the same digit twice, so keys take both.
 * @param {HTMLElement} root
 */
export function ignoreSecondTaps(root) {
  root.addEventListener("click", (event) => event.detail > 1 && inStep(event) && drop(event), true);
}

/** @param {Event} event */
const inStep = ({ target }) =>
  target instanceof Element && target.closest("main") !== null && !target.closest(".keypad");

/** @param {Event} event */
function drop(event) {
  event.preventDefault();
  event.stopPropagation();
}
