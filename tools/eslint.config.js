// What could hurt: eslint's recommended set, and no way to put text into a page as HTML.
import js from "@eslint/js";

const asHtml = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
  property,
  message: "Text becomes markup here. Render it with lit's html`…`.",
}));

export default [
  { ignores: ["**/vendor/**"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off", // tsc knows better
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-properties": ["error", ...asHtml],
      eqeqeq: ["error", "smart"],
    },
  },
];
