/** When nobody is being called: what that means for the person who looks up. */
import { html, nothing } from "ui/element.js";
import { clock, weekday } from "ui/format.js";
import { millis, serverNow } from "ui/time.js";
import { tongues } from "./tongues.js";

/** @param {import("ui/views.js").BoardView} board */
export function quiet(board) {
  const [said, more] = words(board);
  return html`<section class="quiet-room quiet-${tongues().length > 3 ? "many" : "few"}">
    <svg class="doorway" viewBox="0 0 200 260" aria-hidden="true">
      <path class="doorway-frame" d="M0 260V100a100 100 0 0 1 200 0v160z" />
      <path class="doorway-light" d="M38 260V106a62 62 0 0 1 124 0v154z" />
      <path class="doorway-leaf" d="M100 44a62 62 0 0 1 62 62v154l-62-42z" />
    </svg>
    <div class="quiet-words">
      ${tongues().map(
        (speaker) =>
          html`<p class="quiet-said" lang=${speaker.lang} dir=${speaker.dir}>
            <strong>${speaker.t(said)}</strong>
            ${more ? html`<span>${speaker.t(more, { when: when(board, speaker.lang) })}</span>` : nothing}
          </p>`,
      )}
    </div>
  </section>`;
}

/** @param {import("ui/views.js").BoardView} board @returns {[string, string | null]} */
function words(board) {
  const waiting = board.services.some((/** @type {any} */ service) => service.waiting);
  if (!board.open && waiting) return ["display-closed", "display-closed-waiting"];
  if (!board.open) return ["display-closed", board.opens_next ? "display-closed-until" : null];
  if (board.counters.every((/** @type {any} */ counter) => counter.state !== "open")) {
    return ["display-no-counter", "display-no-counter-more"];
  }
  return waiting ? ["display-quiet", "display-quiet-more"] : ["display-free", "display-free-more"];
}

/**
 * "09:00" today, else with its day: "Monday 09:00".
 * @param {import("ui/views.js").BoardView} board
 * @param {string} lang
 */
function when(board, lang) {
  if (!board.opens_next) return "";
  const soon = millis(board.opens_next) - serverNow() < 12 * 3_600_000;
  if (soon) return clock(board.opens_next);
  return `${weekday(board.opens_next, lang)} ${clock(board.opens_next)}`;
}
