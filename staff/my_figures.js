// My own work, today beside my last four weeks. Nobody else's is here, and nobody is ranked.

import { api, problemText } from "ui/api.js";
import { html } from "ui/element.js";
import { minutes } from "ui/format.js";
import { locale, t } from "ui/words.js";
import { StaffDialog, show } from "./dialog.js";

class StaffMyFigures extends StaffDialog {
  static properties = { figures: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {any} */ this.figures = null;
    this.problem = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const answer = await api.get("/my/figures");
    if (answer.ok) this.figures = answer.body;
    else this.problem = answer.status ? problemText(answer.body) : t("staff-no-server");
  }

  render() {
    return this.sheet(t("staff-figures"), this.inside());
  }

  inside() {
    if (this.problem) return html`<p class="problem" role="alert">${this.problem}</p>`;
    if (!this.figures) return html`<div class="figures loading" aria-busy="true"></div>`;
    const { today, weeks, days } = this.figures;
    const row = (name, told) =>
      html`<tr>
        <th scope="row">${t(`staff-figures-${name}`)}</th>
        <td class="num">${told(today)}</td>
        <td class="num">${name === "volume" ? aDay(weeks.volume, days) : told(weeks)}</td>
      </tr>`;
    return html`<table class="figures">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t("staff-figures-today")}</th>
            <th scope="col">${t("staff-figures-weeks", { n: days })}</th>
          </tr>
        </thead>
        <tbody>
          ${row("volume", ({ volume }) => number(volume))} ${row("first", first)}
          ${row("service", service)} ${row("feedback", feedback)}
        </tbody>
      </table>
      <p class="explain">${t("staff-figures-explain")}</p>`;
  }
}
customElements.define("staff-my-figures", StaffMyFigures);

export const showMyFigures = () => show("staff-my-figures");

const NONE = "–";

const number = (value, most = 0) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: most }).format(value);

const aDay = (volume, days) =>
  days ? t("staff-figures-a-day", { n: number(volume / days, 1) }) : NONE;

const first = ({ first_person: { n, of } }) => (of ? t("staff-figures-n-of", { n, of }) : NONE);

/** The median: one long service says nothing about the others. */
const service = ({ service: { p50_s } }) => (p50_s === null ? NONE : minutes(p50_s));

const feedback = ({ feedback: { n, mean } }) =>
  n ? t("staff-figures-score", { mean: number(mean, 1), n }) : NONE;
