/**
 * What a customer was told of a paper, held against the paper that was just read. The agent makes a
 * keyed hash of what is typed, as it does of what is read: the store hears of nothing else.
 */
import { classMap, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { typedMatch } from "./agent.js";
import { DIGITS_AND_LETTERS, keypad, LETTERS } from "./keypad.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./walk.js").TypedQuestion} TypedQuestion */
/** `differs`: what is typed is not what was read, by this hash.
 * @typedef {{ question: string, typed: string, asking: boolean, differs: string | null }} Typing */

const LEAST = 4;
const MOST = 24;
/** The one question whose answer is a name: as in `must_match`. */
const NAME = "name";

/** @param {Kiosk} kiosk @param {string} question @returns {Typing} */
const typingOf = (kiosk, question) =>
  kiosk.typing?.question === question
    ? kiosk.typing
    : { question, typed: "", asking: false, differs: null };

/** @param {Kiosk} kiosk @param {TypedQuestion} question */
export function typing(kiosk, question) {
  const { typed, asking, differs } = typingOf(kiosk, question.id);
  const lead = question.id === NAME ? "reading-typed-name-lead" : "reading-typed-lead";
  return html`
    <div class="title">
      <h1 id="title" tabindex="-1">${question.text}</h1>
      <p class=${classMap({ lead: true, sorry: differs !== null })} role="status">
        ${t(differs === null ? lead : "reading-typed-differs")}
      </p>
    </div>
    <div class="choices dial" role="group" aria-labelledby="title">
      ${keypad({
        typed,
        keys: question.id === NAME ? LETTERS : DIGITS_AND_LETTERS,
        least: LEAST,
        most: MOST,
        busy: asking || differs !== null,
        words: {
          typed: t("reading-typed-so-far"),
          erase: t("reading-typed-erase"),
          done: t("reading-typed-done"),
        },
        change: (now) => change(kiosk, question, { typed: now, differs: null }),
        done: () => compare(kiosk, question, typed),
      })}
      <div class="pair">
        <button class="choice reply" @click=${() => take(kiosk, question, null)}>
          ${icon("cross")} <span class="what">${t("reading-typed-skip")}</span>
        </button>
        ${
          differs === null
            ? nothing
            : html`<button class="choice reply" @click=${() => take(kiosk, question, differs)}>
                ${icon("check")} <span class="what">${t("reading-typed-sure")}</span>
              </button>`
        }
      </div>
    </div>
  `;
}

/**
 * @param {Kiosk} kiosk
 * @param {TypedQuestion} question
 * @param {Partial<Typing>} changes
 */
function change(kiosk, question, changes) {
  kiosk.typing = { ...typingOf(kiosk, question.id), ...changes };
}

/**
 * A slip of the finger is put right here, not in the verdict.
 * @param {Kiosk} kiosk
 * @param {TypedQuestion} question
 * @param {string} typed
 */
async function compare(kiosk, question, typed) {
  const { walk } = kiosk;
  change(kiosk, question, { asking: true });
  const match = await typedMatch(question.id, typed);
  if (kiosk.walk !== walk || kiosk.typing?.typed !== typed) return;
  if (match !== null && walk.differs(question, match))
    change(kiosk, question, { asking: false, differs: match });
  else take(kiosk, question, match);
}

/**
 * @param {Kiosk} kiosk
 * @param {TypedQuestion} question
 * @param {string | null} match nothing where there is nothing to compare
 */
function take(kiosk, question, match) {
  kiosk.typing = null;
  kiosk.walked((walk) => walk.type(question.id, match));
}
