// A visit's papers: the verdict first, then each paper, to be marked seen, not good (why?) or missing.

import { html, nothing, repeat } from "ui/element.js";
import { paperReason } from "ui/format.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { learnReasons, reasonsFor } from "./reasons.js";
import { ask } from "./sheet.js";

export const VERDICT_ICONS = {
  ready: "check",
  fixable_here: "printer",
  fetch: "restart",
  not_today: "cross",
};
export const STATUS_ICONS = {
  declared: "hand",
  read: "check",
  seen: "check",
  missing: "question",
  rejected: "cross",
};

class StaffPapers extends DeskElement {
  static properties = { visit: { attribute: false }, words: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
    /** @type {Record<string, string>} what colleagues wrote for a reason */ this.words = {};
  }

  connectedCallback() {
    super.connectedCallback();
    learnReasons();
  }

  get mayCheck() {
    return this.visit.allowed_actions.includes("papers");
  }

  mark(items) {
    return desk.act("papers", `/visits/${this.visit.id}/papers`, { items });
  }

  async reject(item) {
    const paper = this.plan(item);
    const reason = await ask({
      title: t("staff-reject-title", { paper: pick(paper?.name) }),
      choices: [
        ...reasonsFor(item.paper).map((value) => ({
          value: { status: "rejected", reason: value },
          label: paperReason(value),
        })),
        { value: { status: "missing" }, label: t("staff-reject-missing"), icon: "question" },
      ],
      write: t("staff-other-reason"),
    });
    if (!reason) return;
    const verdict = typeof reason === "string" ? { status: "rejected", reason } : reason;
    if (await this.mark([{ paper: item.paper, ...verdict }])) await learnReasons();
  }

  /** Written words travel with the guest alone, as notes do. */
  inWords(item) {
    const words = item.reason === "other" && this.words[`paper:${item.paper}`];
    return words ? { ...item, reason: words } : item;
  }

  plan(item) {
    return desk.about.papers.find((paper) => paper.id === item.paper);
  }

  render() {
    const { verdict, items } = this.visit.papers ?? { verdict: "ready", items: [] };
    if (!items.length)
      return html`<p class="verdict none">${icon("check")} ${t("staff-no-papers")}</p>`;
    const open = items.filter((item) => ["declared", "read"].includes(item.status));
    return html`<section class="papers" data-verdict=${verdict}>
      <header class="verdict ${verdict}">
        ${icon(VERDICT_ICONS[verdict])}
        <h2>${t(`verdict-${verdict}`)}</h2>
        ${
          this.mayCheck && open.length > 1
            ? html`<button
                class="quiet"
                aria-disabled=${desk.busy}
                @click=${() => desk.busy || this.mark(open.map(seen))}
              >
                ${t("staff-all-seen")}
              </button>`
            : nothing
        }
      </header>
      <ul>
        ${repeat(
          [...items].sort(byNeed),
          (item) => item.paper,
          (item) => this.paper(item),
        )}
      </ul>
    </section>`;
  }

  paper(item) {
    const paper = this.plan(item);
    const name = pick(paper?.name) || item.paper;
    return html`<li class="paper ${item.status}">
      <span class="status">${icon(STATUS_ICONS[item.status])}</span>
      <p>
        <b>${name}</b>
        <small>${statusText(this.inWords(item))}</small>
      </p>
      ${
        this.mayCheck
          ? html`${
                item.status === "seen"
                  ? nothing
                  : html`<button
                      class="quiet"
                      aria-disabled=${desk.busy}
                      aria-label=${t("staff-seen-paper", { paper: name })}
                      @click=${() => desk.busy || this.mark([seen(item)])}
                    >
                      ${t("staff-seen")}
                    </button>`
              }
              <button
                class="quiet"
                aria-disabled=${desk.busy}
                aria-label=${t("staff-reject-paper", { paper: name })}
                @click=${() => desk.busy || this.reject(item)}
              >
                ${t("staff-not-good")}
              </button>`
          : nothing
      }
    </li>`;
  }
}
customElements.define("staff-papers", StaffPapers);

const seen = ({ paper }) => ({ paper, status: "seen" });

/** What is known of a paper, in words. */
export const statusText = ({ status, reason }) =>
  t(`paper-${status}`) + (reason ? ` · ${paperReason(reason)}` : "");

/** What needs a look comes first, in whatever order the papers were asked for. */
const FIRST = ["rejected", "missing", "declared", "read", "seen"];
const byNeed = (one, other) => FIRST.indexOf(one.status) - FIRST.indexOf(other.status);
