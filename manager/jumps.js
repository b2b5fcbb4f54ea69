/** `<manager-jumps>`: a way to each part of the page that has something to show. */
import { FoyerElement, html, nothing, repeat } from "ui/element.js";
import { t } from "ui/words.js";
import { ReportCard } from "./report_card.js";

const HEADINGS = "foyer-manager section[aria-labelledby] h2[id]";

class ManagerJumps extends FoyerElement {
  static properties = { parts: { state: true } };

  constructor() {
    super();
    /** @type {{ id: string, name: string }[]} */ this.parts = [];
    // Cards ask for their figures themselves, and show nothing while there are none.
    this.watching = new MutationObserver(() => this.look());
    this.look = this.look.bind(this);
    /** @type {Element | null} */ this.page = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.page = this.closest("main");
    if (this.page) {
      this.watching.observe(this.page, { childList: true, subtree: true, characterData: true });
      this.page.addEventListener("answered", this.look);
    }
    this.look();
  }

  disconnectedCallback() {
    this.watching.disconnect();
    this.page?.removeEventListener("answered", this.look);
    super.disconnectedCallback();
  }

  /** A way that moves while cards come before it would lead whoever presses it to another part. */
  look() {
    const cards = [...(this.page?.children ?? [])].filter((one) => one instanceof ReportCard);
    if (!cards.every((card) => card.settled)) return;
    const found = [...document.querySelectorAll(HEADINGS)].map(({ id, textContent }) => ({
      id,
      name: textContent?.trim() ?? "",
    }));
    if (JSON.stringify(found) !== JSON.stringify(this.parts)) this.parts = found;
  }

  render() {
    if (this.parts.length < 2) return nothing;
    return html`<nav class="jumps no-print" aria-label=${t("manager-jumps")}>
      ${repeat(
        this.parts,
        ({ id }) => id,
        ({ id, name }) => html`<a class="quiet small" href=${`#${id}`}>${name}</a>`,
      )}
    </nav>`;
  }
}
customElements.define("manager-jumps", ManagerJumps);
