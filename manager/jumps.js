/** `<manager-jumps>`: a way to each part of the page that has something to show. */
import { FoyerElement, html, nothing } from "ui/element.js";
import { t } from "ui/words.js";

const HEADINGS = "foyer-manager section[aria-labelledby] h2[id]";

/** @param {string} id */
const jumpTo = (id) => document.getElementById(id)?.scrollIntoView();

class ManagerJumps extends FoyerElement {
  static properties = { parts: { state: true } };

  constructor() {
    super();
    /** @type {{ id: string, name: string }[]} */ this.parts = [];
    // Cards ask for their figures themselves, and show nothing while there are none.
    this.watching = new MutationObserver(() => this.look());
  }

  connectedCallback() {
    super.connectedCallback();
    const page = this.closest("main");
    if (page) this.watching.observe(page, { childList: true, subtree: true, characterData: true });
    this.look();
  }

  disconnectedCallback() {
    this.watching.disconnect();
    super.disconnectedCallback();
  }

  look() {
    const found = [...document.querySelectorAll(HEADINGS)].map(({ id, textContent }) => ({
      id,
      name: textContent?.trim() ?? "",
    }));
    if (JSON.stringify(found) !== JSON.stringify(this.parts)) this.parts = found;
  }

  render() {
    if (this.parts.length < 2) return nothing;
    return html`<nav class="jumps no-print" aria-label=${t("manager-jumps")}>
      ${this.parts.map(
        ({ id, name }) =>
          html`<a class="quiet small" href=${`#${id}`} @click=${() => jumpTo(id)}>${name}</a>`,
      )}
    </nav>`;
  }
}
customElements.define("manager-jumps", ManagerJumps);
