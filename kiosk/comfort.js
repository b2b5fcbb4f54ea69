/** What a customer may change about the screen itself. It lasts for one visit to the kiosk. */
const CLASSES = { larger: "larger", contrast: "contrast", lower: "lower" };

/** @typedef {keyof typeof CLASSES} Comfort */

/** @param {Comfort} name */
export const isOn = (name) => document.documentElement.classList.contains(CLASSES[name]);

/** @param {Comfort} name */
export const toggle = (name) => document.documentElement.classList.toggle(CLASSES[name]);

export const reset = () => document.documentElement.classList.remove(...Object.values(CLASSES));
