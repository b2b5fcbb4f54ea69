/**
 * A card with figures of its own. It asks for them when its days change and, while they hold today,
 * every minute; the figures that were there stay until the new ones have come.
 */
import { api } from "ui/api.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { store } from "ui/api.js";
import { t } from "ui/words.js";

const AGAIN_MS = 60_000;

export class ReportCard extends FoyerElement {
  static properties = {
    about: { attribute: false },
    range: { attribute: false },
    figures: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.about = null;
    /** @type {import("./ranges.js").Range} */ this.range = { name: "today", from: "", to: "" };
    /** @type {any[] | null} the answers to `paths`, in their order */ this.figures = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.due = undefined;
    this.asked = "";
    this.answered = false;
  }

  /** Whether it is known if there is anything to show. */
  get settled() {
    return this.answered || this.paths.length === 0;
  }

  /** What to ask for. @returns {string[]} */
  get paths() {
    return [];
  }

  willUpdate() {
    const asked = this.paths.join(" ");
    if (asked === this.asked) return;
    this.asked = asked;
    this.load();
  }

  disconnectedCallback() {
    clearTimeout(this.due);
    super.disconnectedCallback();
  }

  async load() {
    clearTimeout(this.due);
    const { asked } = this;
    const answers = [];
    // One after the other: a year of visits takes the server a while, and others are waiting.
    for (const path of this.paths) answers.push(await api.get(path));
    if (asked !== this.asked || !this.isConnected) return;
    const complete = answers.every(({ ok }) => ok);
    if (complete) this.figures = answers.map(({ body }) => body);
    this.answered = true;
    this.dispatchEvent(new Event("answered", { bubbles: true }));
    if (!complete || this.figures?.some(({ live }) => live)) {
      this.due = setTimeout(() => this.load(), AGAIN_MS);
    }
  }

  /** @param {string} name @param {Record<string, string>} more */
  report(name, more) {
    const { from, to } = this.range;
    return `/reports/${name}?${new URLSearchParams({ from, to, ...more })}`;
  }

  /**
   * @param {string} id
   * @param {string} heading
   * @param {any} note
   * @param {any} content
   * @param {string} [file] the report's address: its table can be taken away
   */
  card(id, heading, note, content, file) {
    return html`<section class="card panel" aria-labelledby=${id}>
      <header>
        <h2 id=${id}>${heading}</h2>
        <p class="note">${note}</p>
        ${
          file
            ? html`<nav
                class="downloads no-print"
                aria-label=${`${t("manager-downloads")}: ${heading}`}
              >
                ${download(`${file}&format=csv`, "manager-csv")}
                ${download(`${file}&format=xlsx`, "manager-xlsx")}
              </nav>`
            : nothing
        }
      </header>
      ${content}
    </section>`;
  }
}

/** @param {string} path @param {string} words */
export const download = (path, words) =>
  html`<a class="quiet small no-print" href="/api/v1/stores/${store()}${path}" download>
    ${icon("download")} ${t(words)}
  </a>`;

/** A figure below what it says. @param {string} words @param {any} figure @param {string} [note] */
export const fact = (words, figure, note = "") =>
  html`<div>
    <dt>${t(words)}</dt>
    <dd><b class="num">${figure}</b> ${note ? html`<small>${note}</small>` : nothing}</dd>
  </div>`;
