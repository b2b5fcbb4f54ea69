// A first sentence for the customer, in the customer's own language, with what it says beside it.

import { FoyerElement, html, nothing } from "ui/element.js";
import { millis, serverNow } from "ui/time.js";
import { language, languages, t, wordsIn } from "ui/words.js";

class StaffOpeningLine extends FoyerElement {
  static properties = {
    visit: { attribute: false },
    earlier: { attribute: false },
    speaker: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
    /** @type {any[]} */ this.earlier = [];
    /** @type {import("ui/words.js").Speaker | null} */ this.speaker = null;
  }

  willUpdate() {
    const lang = languages().includes(this.visit.language) ? this.visit.language : language();
    if (this.asked === lang) return;
    this.asked = lang;
    wordsIn(lang, ["staff"]).then(
      (speaker) => (this.speaker = speaker),
      () => (this.asked = null),
    );
  }

  render() {
    if (!this.speaker) return nothing;
    const { lang, dir } = this.speaker;
    const line = lineFor(this.visit, this.earlier);
    return html`<blockquote class="opening-line">
      <p class="visually-hidden">${t("staff-opening")}</p>
      <p lang=${lang} dir=${dir}>${this.speaker.t(line)}</p>
      ${lang === language() ? nothing : html`<small>${t(line)}</small>`}
    </blockquote>`;
  }
}
customElements.define("staff-opening-line", StaffOpeningLine);

/** What weighs most comes first: an apology that is owed, a promise, what is missing. */
function lineFor(visit, earlier) {
  if (isLate(visit)) return "staff-opening-late";
  const promises = earlier.flatMap((one) => one.promises);
  if (promises.some(({ state }) => state !== "kept")) return "staff-opening-promise";
  if (earlier.length) return "staff-opening-again";
  if (visit.legs > 1) return "staff-opening-passed";
  if (visit.papers.verdict !== "ready") return "staff-opening-papers";
  return visit.papers.items.length ? "staff-opening-ready" : "staff-opening-hello";
}

/** Called later than was told, or still waiting beyond it. */
const isLate = ({ quote, called_at: called }) =>
  Boolean(quote) && (called ? millis(called) : serverNow()) > millis(quote.call_by);
