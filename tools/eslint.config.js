// What could hurt: eslint's recommended set, no way to put text into a page as HTML, and nothing
// that the oldest browsers of a page (browsers.json) do not know.
import { readFileSync } from "node:fs";

import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

const oldest = JSON.parse(readFileSync(new URL("browsers.json", import.meta.url), "utf8"));

const asHtml = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
  property,
  message: "Text becomes markup here. Render it with lit's html`…`.",
}));

// What eslint-plugin-compat has no line for. New methods of arrays and strings are tsc's to find.
const unknownToOlder = [
  ["AbortSignal", "timeout", "patience(ms) of ui/patience.js"],
  ["AbortSignal", "any", "one AbortController"],
  ["Response", "json", "new Response(JSON.stringify(…))"],
  ["URL", "canParse", "new URL in a try"],
  ["URL", "parse", "new URL in a try"],
].map(([object, property, instead]) => ({ object, property, message: `Use ${instead}.` }));

const newerMethods = [
  {
    property: "checkVisibility",
    message: "Chrome has it since 105: use isSeen of kiosk/arrows.js.",
  },
];

// Chrome 88 has these of ES2022.
const hasAlready = ["instance-fields", "static-fields", "private-fields", "private-methods"];

export default [
  { ignores: ["**/vendor/**"] },
  js.configs.recommended,
  es.configs["flat/restrict-to-es2021"],
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off", // tsc knows better
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-properties": ["error", ...asHtml, ...unknownToOlder, ...newerMethods],
      eqeqeq: ["error", "smart"],
      ...Object.fromEntries(hasAlready.map((name) => [`es-x/no-class-${name}`, "off"])),
    },
  },
  ...Object.entries(oldest).map(([folder, browsers]) => ({
    files: [`${folder}/**/*.js`],
    ...compat.configs["flat/recommended"],
    // Asked for with `?.`: a page does without.
    settings: {
      browsers,
      lintAllEsApis: true,
      polyfills: ["navigator.wakeLock", "navigator.vibrate"],
    },
  })),
];
