/** `<foyer-stale>`: a band that says since when the screen has had no news, while it stays readable. */
import { FoyerElement, html, nothing } from "./element.js";
import { clock } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

class FoyerStale extends FoyerElement {
  static properties = { since: { state: true } };

  constructor() {
    super();
    /** @type {number | null} */
    this.since = null;
    /** @param {Event} event */
    this.heard = (event) => (this.since = /** @type {CustomEvent} */ (event).detail.since);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("foyer:stale", this.heard);
  }

  disconnectedCallback() {
    window.removeEventListener("foyer:stale", this.heard);
    super.disconnectedCallback();
  }

  render() {
    return html`<div role="status">
      ${
        this.since === null
          ? nothing
          : html`<p class="stale">
              ${icon("signal-lost")} <span>${t("ui-stale", { time: clock(this.since) })}</span>
            </p>`
      }
    </div>`;
  }
}

customElements.define("foyer-stale", FoyerStale);
