// Nothing that the oldest browsers of a page (browsers.json) do not know, or a page that stands
// without it.
import { readFileSync } from "node:fs";

const oldest = JSON.parse(readFileSync(new URL("browsers.json", import.meta.url), "utf8"));

// Nothing is lost where these are not known.
const comfort = ["css3-cursors", "css-touch-action", "css-overscroll-behavior", "css-scrollbar"];
const elsewhere = ["text-size-adjust", "css-paged-media"];
// A closer fit: tests/browser/test_older_browsers.py leaves these out and sees the page stand.
const closer = ["css-has", "css-container-queries"];
// These must have a plain declaration above them: plain_first.js.
const units = ["css-container-query-units", "viewport-unit-variants"];
const ignore = [...comfort, ...elsewhere, ...closer, ...units];

const known = (browsers) => [true, { browsers, ignore, ignorePartialSupport: true }];

export default {
  plugins: ["stylelint-no-unsupported-browser-features", "./plain_first.js"],
  rules: {
    "foyer/plain-first": true,
    // Chrome 104; caniuse's table does not lead them.
    "property-disallowed-list": ["translate", "rotate", "scale"],
  },
  overrides: Object.entries(oldest).map(([folder, browsers]) => ({
    files: [`../${folder}/*.css`],
    rules: { "plugin/no-unsupported-browser-features": known(browsers) },
  })),
};
