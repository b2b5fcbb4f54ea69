/** `<foyer-coming>`: when the store opens next, and when it has been quiet then. */
import { api } from "ui/api.js";
import { comingDays } from "ui/coming_days.js";
import { FoyerElement } from "ui/element.js";

class FoyerComing extends FoyerElement {
  static properties = { days: { state: true } };

  constructor() {
    super();
    /** @type {import("ui/coming_days.js").ComingDay[]} */
    this.days = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.learn();
  }

  async learn() {
    const { ok, body } = await api.get("/coming-days");
    if (ok) this.days = body.items;
  }

  render() {
    return comingDays(this.days);
  }
}

customElements.define("foyer-coming", FoyerComing);
