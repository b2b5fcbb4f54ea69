/** Something is missing: said kindly, before any waiting, with what the customer can do about it. */
import { html, nothing } from "ui/element.js";
import { clock, paperMend, paperReason } from "ui/format.js";
import { icon } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { paged } from "./more.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** What to offer first, by how the missing paper can be had. */
const FIRST = { fixable_here: "wait", fetch: "hold", not_today: "come_back" };
const DRAWINGS = { wait: "ticket", hold: "hourglass", come_back: "paper", fix: "repair" };

/** @param {Kiosk} kiosk */
export function verdict(kiosk) {
  const { verdict, missing, choices } = kiosk.verdict;
  const offers = inOrder(choices, FIRST[/** @type {keyof typeof FIRST} */ (verdict)]);
  return html`
    <div class="title">
      <h1 id="title" tabindex="-1">${t(`kiosk-verdict-${verdict}`, { papers: missing.length })}</h1>
      ${paged(html`
        <ul class="missing">
          ${missing.map((/** @type {any} */ one) => missed(kiosk, one))}
        </ul>
      `)}
    </div>
    <div class="choices" role="group" aria-labelledby="title">
      <div class="actions">
        ${offers.map((choice, index) => offer(kiosk, choice, index === 0))}
        <button class="choice offer" @click=${() => kiosk.askPerson()}>
          ${icon("person")}
          <span class="what"><strong>${t("kiosk-person")}</strong></span>
        </button>
      </div>
    </div>
  `;
}

/** @param {Kiosk} kiosk @param {any} one */
function missed(kiosk, one) {
  const open = one.any.filter((/** @type {string} */ id) => !kiosk.walk.has(id));
  const papers = open.map((/** @type {string} */ id) => kiosk.walk.paper(id));
  const names = new Intl.ListFormat(document.documentElement.lang, { type: "disjunction" });
  return html`
    <li>
      <span class="plate arch">${icon(papers[0].icon)}</span>
      <span class="what">
        <strong>${names.format(papers.map((/** @type {any} */ { name }) => name))}</strong>
        ${why(kiosk, one)}
        <span class="counts">${pick(one.fix) || papers[0].what_counts}</span>
      </span>
    </li>
  `;
}

/** A paper that is here and still does not count: why. @param {Kiosk} kiosk @param {any} one */
function why(kiosk, one) {
  const found = kiosk.verdict.items.find(
    (/** @type {import("./walk.js").Item} */ { paper, reason }) =>
      one.any.includes(paper) && reason && reason !== "unsure",
  );
  if (!found) return nothing;
  const mend = paperMend(found.reason);
  return html`
    <span class="form">${paperReason(found.reason)}</span>
    ${mend ? html`<span class="counts">${mend}</span>` : nothing}
  `;
}

/**
 * @param {Kiosk} kiosk
 * @param {string} choice
 * @param {boolean} first
 */
function offer(kiosk, choice, first) {
  const { verdict, hold_minutes } = kiosk.verdict;
  const said = choice === "wait" && verdict === "fixable_here" ? "fix" : choice;
  const until = clock(serverNow() + (hold_minutes ?? 0) * 60_000);
  return html`
    <button
      class=${first ? "choice offer best" : "choice offer"}
      @click=${() => kiosk.choose(choice)}
    >
      ${icon(DRAWINGS[/** @type {keyof typeof DRAWINGS} */ (said)])}
      <span class="what">
        <strong>${t(`kiosk-choose-${said}`)}</strong>
        <span class="counts">${t(`kiosk-choose-${said}-means`, { time: until })}</span>
      </span>
    </button>
  `;
}

/** @param {string[]} choices @param {string} first */
const inOrder = (choices, first) =>
  [...choices].sort((a, b) => Number(b === first) - Number(a === first));
