/** What to have ready, and what is still missing and how to get it. */
import { html, nothing } from "ui/element.js";
import { paperReason } from "ui/format.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";

const HAVE = ["declared", "read", "seen"];

/** @param {any} visit @param {string} [heading] */
export function papersReady(visit, heading = "phone-ready") {
  const have = visit.papers.items.filter((/** @type {any} */ item) => HAVE.includes(item.status));
  if (!have.length) return nothing;
  return html`<section class="papers">
    <h2>${t(heading)}</h2>
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
  </section>`;
}

/** Each group that is not met: any one of its papers will do. @param {any} visit */
export function papersMissing(visit) {
  if (!visit.missing.length) return nothing;
  return html`<section class="papers papers-missing">
    <h2>${t("phone-missing")}</h2>
    <ul>
      ${visit.missing.map((/** @type {any} */ group) => missing(visit, group))}
    </ul>
  </section>`;
}

/** @param {any} visit @param {any} group */
function missing(visit, group) {
  const items = group.any.map((/** @type {string} */ id) => itemOf(visit, id)).filter(Boolean);
  const rejected = items.find((/** @type {any} */ item) => item.status === "rejected");
  return html`<li class="paper">
    ${icon("warning")}
    <div>
      ${items.length > 1 ? html`<p class="paper-more">${t("phone-bring-any")}</p>` : nothing}
      ${items.map(
        (/** @type {any} */ item, /** @type {number} */ nth) =>
          html`${nth ? html`<p class="paper-or">${t("phone-or")}</p>` : nothing}
            <p class="paper-name">${pick(item.name)}</p>
            <p class="paper-more">${pick(item.what_counts)}</p>`,
      )}
      ${
        rejected
          ? html`<p class="paper-status">
              ${pick(rejected.name)}:
              ${t("phone-paper-rejected")}${rejected.reason ? html` (${paperReason(rejected.reason)})` : nothing}
            </p>`
          : nothing
      }
      ${pick(group.fix) ? html`<p class="paper-fix">${pick(group.fix)}</p>` : nothing}
    </div>
  </li>`;
}

/** @param {any} visit @param {string} id */
const itemOf = (visit, id) =>
  visit.papers.items.find((/** @type {any} */ item) => item.paper === id);
