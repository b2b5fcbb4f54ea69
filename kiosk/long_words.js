/** Words that no line of the usual size holds, and browsers without a hyphenation dictionary cut anywhere. */
const LONGEST = 24;

/** @param {string} text */
export const wordy = (text) =>
  text.split(/[\s–-]+/).some((word) => word.length > LONGEST) ? "wordy" : "";
