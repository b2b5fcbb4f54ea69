/**
 * `<foyer-missing>`: what is still missing and how to get it; whoever has it by now says so with a
 * tap, and reads at once how the papers stand.
 */
import { api, problemText } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { paperMend, paperReason } from "ui/format.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { secret } from "./head.js";
import { had, itemOf } from "./papers.js";

class FoyerMissing extends FoyerElement {
  static properties = {
    visit: { attribute: false },
    telling: { state: true },
    failed: { state: true },
    told: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.visit = null;
    /** The paper that is on its way to the store. */
    this.telling = "";
    /** Which could not be told, and why, in words. */
    this.failed = { paper: "", why: "" };
    /** Papers the store has heard of, also while its next news has not arrived here. @type {string[]} */
    this.told = [];
  }

  /** @param {string} paper */
  async declare(paper) {
    if (this.telling) return;
    this.telling = paper;
    this.failed = { paper: "", why: "" };
    const body = { papers: { [paper]: "have" } };
    const { id } = this.visit;
    const answer = await api.post(`/visits/${id}/declare`, body, { secret: secret() });
    this.telling = "";
    const why = answer.status === 0 ? t("phone-not-sent") : problemText(answer.body);
    if (answer.ok) this.told = [...this.told, paper];
    else this.failed = { paper, why };
  }

  render() {
    if (!this.visit) return nothing;
    const { missing, papers } = this.visit;
    const allThere = !missing.length && this.told.length > 0;
    return html`
      <p class=${allThere ? "verdict all-there" : "verdict"} role="status">
        ${
          missing.length || allThere
            ? html`${icon(allThere ? "check" : "info")} ${t(`verdict-sentence-${papers.verdict}`)}`
            : nothing
        }
      </p>
      ${
        missing.length
          ? html`<section class="papers papers-missing">
              <h2>${t("phone-missing")}</h2>
              <ul>
                ${missing.map((/** @type {any} */ group) => this.group(group))}
              </ul>
            </section>`
          : nothing
      }
    `;
  }

  /** Any one of its papers will do. @param {any} group */
  group(group) {
    const items = group.any
      .map((/** @type {string} */ id) => itemOf(this.visit, id))
      .filter((/** @type {any} */ item) => item && !had(item));
    return html`<li class="paper">
      ${icon("warning")}
      <div>
        ${items.length > 1 ? html`<p class="paper-more">${t("phone-bring-any")}</p>` : nothing}
        ${items.map(
          (/** @type {any} */ item, /** @type {number} */ nth) =>
            html`${nth ? html`<p class="paper-or">${t("phone-or")}</p>` : nothing}
              <p class="paper-name">${pick(item.name)}</p>
              <p class="paper-more">${pick(item.what_counts)}</p>
              ${whyNot(item)} ${this.nowHere(item, items.length > 1)}`,
        )}
        ${pick(group.fix) ? html`<p class="paper-fix">${pick(group.fix)}</p>` : nothing}
      </div>
    </li>`;
  }

  /** @param {any} item @param {boolean} oneOfSeveral */
  nowHere(item, oneOfSeveral) {
    if (!this.visit.allowed_actions.includes("declare")) return nothing;
    if (this.told.includes(item.paper))
      return html`<p class="paper-told">${icon("check")} ${t("phone-declared")}</p>`;
    const words = item.status === "rejected" ? "phone-declare-another" : "phone-declare";
    const { paper, why } = this.failed;
    return html`<button
        class="quiet declare"
        aria-label=${oneOfSeveral ? `${t(words)}: ${pick(item.name)}` : nothing}
        ?disabled=${this.telling !== ""}
        @click=${() => this.declare(item.paper)}
      >
        ${icon("check")} ${t(this.telling === item.paper ? "phone-working" : words)}
      </button>
      <div role="alert">
        ${paper === item.paper ? html`<p class="problem">${why}</p>` : nothing}
      </div>`;
  }
}

/** A paper that is here and does not count. @param {any} item */
function whyNot({ status, reason }) {
  if (status !== "rejected" && (!reason || reason === "unsure")) return nothing;
  const why = reason ? html` (${paperReason(reason)})` : nothing;
  const mend = reason ? paperMend(reason) : "";
  return html`<p class="paper-status">${t("phone-paper-rejected")}${why}</p>
    ${mend ? html`<p class="paper-more">${mend}</p>` : nothing}`;
}

customElements.define("foyer-missing", FoyerMissing);
