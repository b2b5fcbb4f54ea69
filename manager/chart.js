/**
 * `<manager-chart>`: a picture of figures and, one tap away, the figures themselves. The table is
 * always there for a screen reader.
 */
import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";

class ManagerChart extends FoyerElement {
  static properties = {
    heading: { attribute: false },
    note: { attribute: false },
    table: { attribute: false },
    draw: { attribute: false },
    open: { state: true },
    size: { state: true },
  };

  constructor() {
    super();
    this.heading = "";
    /** @type {any} */
    this.note = nothing;
    /** @type {any} */
    this.table = nothing;
    /** @type {(size: import("./bars.js").Size) => any} */
    this.draw = () => nothing;
    this.open = false;
    this.size = { width: 0, height: 0 };
    this.measured = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width) this.size = { width: Math.round(width), height: Math.round(height) };
    });
  }

  firstUpdated() {
    const drawing = this.querySelector(".drawing");
    if (drawing) this.measured.observe(drawing);
  }

  disconnectedCallback() {
    this.measured.disconnect();
    super.disconnectedCallback();
  }

  render() {
    return html`<figure class="chart card">
      <figcaption>
        <h2>${this.heading}</h2>
        <button class="quiet small no-print" @click=${() => (this.open = !this.open)}>
          ${icon(this.open ? "chart" : "table")}
          ${t(this.open ? "manager-as-chart" : "manager-as-table")}
          <span class="visually-hidden">: ${this.heading}</span>
        </button>
        <p class="note">${this.note}</p>
      </figcaption>
      <div class="drawing" ?hidden=${this.open}>
        ${this.size.width ? this.draw(this.size) : nothing}
      </div>
      <div class=${this.open ? "figures" : "visually-hidden"}>${this.table}</div>
    </figure>`;
  }
}

customElements.define("manager-chart", ManagerChart);
