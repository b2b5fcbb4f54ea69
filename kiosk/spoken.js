/** What is said before anybody has chosen a language: in the house's first, large, and in each other. */
import { html, nothing } from "ui/element.js";

/** @typedef {import("ui/words.js").Speaker} Speaker */

/**
 * @param {Speaker[]} speakers
 * @param {(speaker: Speaker) => unknown} says
 */
export const inEach = ([first, ...others], says) => html`
  <span class="each">
    <span class="said-first" lang=${first.lang} dir=${first.dir}>${says(first)}</span>
    ${
      others.length
        ? html`<span class="said-too">
            ${others.map((one) => html`<span lang=${one.lang} dir=${one.dir}>${says(one)}</span>`)}
          </span>`
        : nothing
    }
  </span>
`;
