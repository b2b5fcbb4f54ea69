/** Keys to type a number, or a name, with: the same wherever the kiosk asks for one. */
import { classMap, html } from "ui/element.js";
import { icon } from "ui/icons.js";

/**
 * `words` name what is typed, the key that takes back and the key that is done.
 * @typedef {{ typed: string, keys: string[], least: number, most: number, busy: boolean,
 *   words: { typed: string, erase: string, done: string },
 *   change: (typed: string) => void, done: () => void }} Pad
 */

export const DIGITS = [..."123456789", "", "0"];
export const DIGITS_AND_LETTERS = [..."1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
export const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ,"];

/** An empty key is the one that takes back; else it stands behind the others. @param {Pad} pad */
export function keypad(pad) {
  const { typed, keys, words } = pad;
  const letters = keys.includes("A");
  const erases = html`
    <button
      class="choice key"
      aria-label=${words.erase}
      ?disabled=${!typed}
      @click=${() => pad.change(typed.slice(0, -1))}
    >
      ${icon("erase")}
    </button>
  `;
  return html`
    <output class="num typed" aria-label=${words.typed} dir="ltr"
      >${typed || html`<span class="empty"></span>`}</output
    >
    <div class=${classMap({ keypad: true, letters })} dir="ltr">
      ${keys.map((key) => (key ? press(pad, key) : erases))} ${letters ? erases : ""}
      <button
        class="act key"
        aria-label=${words.done}
        ?disabled=${typed.trim().length < pad.least || pad.busy}
        @click=${() => pad.done()}
      >
        ${icon("check")}
      </button>
    </div>
  `;
}

/** @param {Pad} pad @param {string} key */
const press = ({ typed, most, change }, key) => html`
  <button class="choice key num" @click=${() => change((typed + key).slice(0, most))}>
    ${key}
  </button>
`;
