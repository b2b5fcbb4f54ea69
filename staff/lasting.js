import { secondsSince, since } from "ui/format.js";

/**
 * How long something has lasted, for words: as a number to choose by and as people say it.
 * @param {string | number | null} time
 */
export const lasting = (time) => ({
  minutes: Math.floor(secondsSince(time) / 60),
  wait: since(time),
});
