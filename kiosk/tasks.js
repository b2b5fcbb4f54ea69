/**
 * What is still missing once there is a ticket: where it is to be had, and a tap when it is there.
 */
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { paged } from "./more.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./walk.js").Standing} Standing */
/** @typedef {import("./walk.js").Paper} Paper */

/** Who just went to fetch something does not have it yet. @param {Kiosk} kiosk */
export const hasTasks = ({ visit, walk }) =>
  visit.state === "waiting" || (visit.state === "held" && walk.resumed);

/** @param {Kiosk} kiosk */
export function tasks(kiosk) {
  if (!hasTasks(kiosk)) return nothing;
  const { missing } = kiosk.walk;
  if (!missing.length) return kiosk.fixed ? allThere() : nothing;
  return html`
    <section class="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">${t(`kiosk-tasks-${kiosk.visit.state}`)}</h2>
      ${paged(
        html`<ul>
          ${missing.map((standing) => task(kiosk, standing))}
        </ul>`,
      )}
      ${kiosk.sorry ? html`<p class="sorry" role="alert">${kiosk.sorry}</p>` : nothing}
    </section>
  `;
}

const allThere = () => html`
  <section class="tasks all-there" role="status">
    ${icon("check")}
    <p><strong>${t("kiosk-tasks-ready")}</strong> ${t("kiosk-tasks-ready-means")}</p>
  </section>
`;

/** @param {Kiosk} kiosk @param {Standing} standing */
const task = (kiosk, { open }) => html`
  <li>
    <span class="plate arch">${icon(open[0].icon)}</span>
    <div class="what">
      <strong>${names(open)}</strong>
      <span class="counts">${easiest(open).fix || open[0].what_counts}</span>
      <div class="dones">
        ${open.map(
          (paper) => html`
            <button class="task-done" @click=${() => kiosk.declare(paper.id)}>
              ${icon("check")}
              <span
                >${open.length > 1 ? t("kiosk-task-done-with", { paper: paper.name }) : t("kiosk-task-done")}</span
              >
            </button>
          `,
        )}
      </div>
    </div>
  </li>
`;

const EASIEST = ["fixable_here", "fetch", "not_today"];

/** @param {Paper[]} papers */
const easiest = (papers) =>
  [...papers].sort((a, b) => EASIEST.indexOf(a.if_missing) - EASIEST.indexOf(b.if_missing))[0];

/** @param {Paper[]} papers */
const names = (papers) =>
  new Intl.ListFormat(document.documentElement.lang, { type: "disjunction" }).format(
    papers.map(({ name }) => name),
  );
