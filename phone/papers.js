/** What to have ready. */
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { language, pick, t } from "ui/words.js";

const HAVE = ["declared", "read", "seen"];

/** @param {any} item */
export const had = (item) => HAVE.includes(item.status);

/** One line that unfolds: who has it all need not read it all. @param {import("ui/views.js").OwnVisitView} visit @param {string} [heading] */
export function papersReady(visit, heading = "phone-ready") {
  const have = visit.papers.items.filter(had);
  if (!have.length) return nothing;
  return html`<details class="papers">
    <summary>
      ${icon("check")}
      <span>
        <b>${t(heading)}</b>
        ${listed(have.map((/** @type {any} */ item) => pick(item.name)))}
      </span>
    </summary>
    <ul>
      ${have.map(
        (/** @type {any} */ item) =>
          html`<li class="paper paper-${item.status}">
            ${icon(item.icon)}
            <div>
              <p class="paper-name">${pick(item.name)}</p>
              <p class="paper-more">${pick(item.what_counts)}</p>
              <p class="paper-status">${icon("check")} ${t(`phone-paper-${item.status}`)}</p>
            </div>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** @param {string[]} names */
const listed = (names) => new Intl.ListFormat(language(), { type: "unit" }).format(names);

/** @param {import("ui/views.js").OwnVisitView} visit @param {string} id */
export const itemOf = (visit, id) =>
  visit.papers.items.find((/** @type {any} */ item) => item.paper === id);
