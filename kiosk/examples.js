/** "I'm not sure": pictures of what counts and what does not, and then the same answers again. */
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { paged } from "./more.js";
import { picture, rightLook, wrongOnes } from "./pictures.js";
import { ageOf, described } from "./steps.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./walk.js").Paper} Paper */
/** @typedef {{ requirement: import("./walk.js").Requirement, papers: Paper[] }} Shown */

/** @param {Kiosk} kiosk */
export function examplesDialog(kiosk) {
  const shown = kiosk.examples;
  return html`
    <dialog
      class="ask examples"
      id="examples"
      aria-labelledby="examples-title"
      @close=${() => (kiosk.examples = null)}
    >
      <h2 id="examples-title">${t("examples-title")}</h2>
      ${shown ? content(kiosk, shown) : nothing}
    </dialog>
  `;
}

/** @param {Kiosk} kiosk @param {Shown} shown */
function content(kiosk, { requirement, papers }) {
  const has = (/** @type {Paper} */ paper, /** @type {string} */ words) =>
    html`<button class="act" @click=${() => reply(kiosk, requirement, paper.id)}>${words}</button>`;
  return html`
    ${paged(
      papers.map(
        (paper) => html`
          <section class="example" aria-label=${paper.name}>
            <figure class="right">
              ${picture(paper, rightLook(paper))}
              <figcaption>${icon("check")} ${described(paper)}</figcaption>
            </figure>
            <div class="wrong-ones">
              ${wrongOnes(paper).map(
                ({ look, words, args }) => html`
                  <figure class="wrong">
                    ${picture(paper, look)}
                    <figcaption>
                      ${icon("cross")}
                      ${t(words, { ...args, age: paper.max_age_days ? ageOf(paper.max_age_days) : "" })}
                    </figcaption>
                  </figure>
                `,
              )}
            </div>
            ${papers.length > 1 ? has(paper, t("examples-have-this", { paper: paper.name })) : nothing}
          </section>
        `,
      ),
      papers.length > 1 ? "papers several" : "papers",
    )}
    <div class="answers">
      ${papers.length > 1 ? nothing : has(papers[0], t("kiosk-have"))}
      <button class="quiet" @click=${() => reply(kiosk, requirement, "none")}>
        ${t(papers.length > 1 ? "kiosk-have-none" : "kiosk-have-not")}
      </button>
      <button class="quiet" @click=${() => reply(kiosk, requirement, "unsure")}>
        ${t("examples-still-unsure")}
      </button>
    </div>
  `;
}

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {string} said
 */
function reply(kiosk, requirement, said) {
  kiosk.examples = null;
  if (requirement.count > 1 && requirement.any.includes(said))
    kiosk.changed((walk) => walk.pickPaper(requirement, said));
  else kiosk.walked((walk) => walk.declare(requirement, said));
}
