/**
 * `<manager-papers>`: who was spared a wait for nothing, and which wording of the checklist to mend next.
 * The tables behind it are one tap away.
 */
import { FoyerElement, css, html, nothing } from "ui/element.js";
import { paperReason } from "ui/format.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { inMinutes, nOf, nOfShare, number } from "./figures.js";
import { fact } from "./report_card.js";
import { percent } from "./sentence.js";
import { figureTable } from "./tables.js";

const SHOWN = 5;

class ManagerPapers extends FoyerElement {
  static properties = {
    total: { attribute: false },
    about: { attribute: false },
    open: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.total = null;
    /** @type {any} */ this.about = null;
    this.open = false;
  }

  render() {
    if (!this.total?.asked && !this.total?.not_asked) return nothing;
    return html`<section class="card panel" aria-labelledby="papers">
      <header>
        <h2 id="papers">${t("manager-papers")}</h2>
        <p class="note">${t("manager-n", { n: this.total.asked })}</p>
        <button
          class="quiet small no-print"
          aria-expanded=${this.open}
          @click=${() => (this.open = !this.open)}
        >
          ${icon("table")} ${t("manager-papers-tables")}
        </button>
      </header>
      ${this.facts()} ${this.toMend()} ${this.open ? this.tables() : nothing}
    </section>`;
  }

  facts() {
    const { asked, not_asked: notAsked, verdicts, saved, seen, unseen } = this.total;
    const { turned_away_before: before, turned_away_after: after } = this.total;
    const ready = { n: verdicts.ready, of: asked, share: verdicts.ready / asked };
    return html`<dl class="facts">
      ${fact("manager-papers-ready", nOfShare(ready))}
      ${notAsked ? fact("manager-papers-not-asked", notAsked) : nothing}
      ${fact("manager-papers-before", before)}
      ${fact("manager-papers-after", after.n, after.n ? t("manager-papers-lost", { minutes: number(after.wait_min) }) : "")}
      ${fact("manager-papers-saved", t("manager-papers-at-least", { minutes: number(saved.minutes) }), t("manager-n", { n: saved.n }))}
      ${fact("manager-papers-seen", inMinutes(seen.mean_s), within(seen))}
      ${fact("manager-papers-unseen", inMinutes(unseen.mean_s), within(unseen))}
    </dl>`;
  }

  toMend() {
    const worst = this.total.to_mend.slice(0, SHOWN);
    return html`<div class="to-mend">
      <h3>${t("manager-mend")}</h3>
      ${
        worst.length
          ? html`<ol class="shares">
                ${worst.map(
                  (/** @type {any} */ one) =>
                    html`<li>
                      <span>${this.wording(one)}</span> <b class="num">${nOf(one)}</b>
                      <span class="bar" ${css({ "--share": one.share })}></span>
                    </li>`,
                )}
              </ol>
              <p class="note">${t("manager-mend-of")}</p>`
          : html`<p class="note">${t("manager-mend-none")}</p>`
      }
    </div>`;
  }

  /** "Receipt: Too old" @param {any} row */
  wording({ paper, reason }) {
    return t("manager-wording", { paper: this.name(paper), reason: paperReason(reason) });
  }

  /** @param {string} id */
  name(id) {
    return pick(this.about.papers.find((/** @type {any} */ one) => one.id === id)?.name) || id;
  }

  tables() {
    const { rejected, to_mend: mend } = this.total;
    return html`<div class="paper-tables">
      ${this.table("manager-rejected", rejected, [
        ["manager-rejected-n", ({ n }) => n],
        ["manager-rejected-counter", ({ at_counter: n }) => n],
        ["manager-rejected-line", ({ in_line: n }) => n],
      ])}
      ${this.table("manager-mend", mend, [
        [
          "manager-mend-n",
          (row) => `${nOf(row)} · ${t("manager-percent", { percent: percent(row) })}`,
        ],
        ["manager-mend-visits", ({ visits }) => tickets(visits)],
      ])}
    </div>`;
  }

  /** @param {string} words @param {any[]} rows @param {import("./tables.js").Columns} columns */
  table(words, rows, columns) {
    const caption = html`<caption>
      ${t(words)}
    </caption>`;
    const what = t("manager-wording-what");
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t(words)}>
      ${figureTable(caption, what, rows, (row) => this.wording(row), columns)}
    </div>`;
  }
}
customElements.define("manager-papers", ManagerPapers);

/** What the mean may as well be. @param {any} interval */
const within = ({ n, low_s: low, high_s: high }) =>
  low === null
    ? t("manager-n", { n })
    : t("manager-papers-within", { low: inMinutes(Math.max(low, 0)), high: inMinutes(high), n });

/** The visits behind a figure, by ticket and day. @param {any[]} visits */
const tickets = (visits) =>
  html`${visits.map(({ id, ticket, date }) => html`<span class="behind" title="${date} · ${id}">${ticket}</span> `)}`;
