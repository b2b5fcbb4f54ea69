// "Why is this one next?", "why is somebody ahead of me?": answered in sentences, to be said as they are.

import { api, problemText } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { has, pick, t } from "ui/words.js";
import { desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";

class StaffWhy extends StaffDialog {
  static properties = {
    ticket: { attribute: false },
    path: { attribute: false },
    told: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.ticket = "";
    this.path = "";
    /** @type {any[] | null} */ this.told = null;
    this.problem = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const answer = await api.get(this.path);
    if (!answer.ok) this.problem = answer.status ? problemText(answer.body) : t("staff-no-server");
    else if (!answer.body) this.told = [];
    else this.told = answer.body.explain ? reasons(answer.body.explain) : [answer.body];
  }

  render() {
    return this.sheet(t("staff-why-title", { ticket: this.ticket }), this.inside());
  }

  inside() {
    if (this.problem) return html`<p class="problem" role="alert">${this.problem}</p>`;
    if (!this.told) return html`<div class="figures loading" aria-busy="true"></div>`;
    if (!this.told.length) return html`<p class="explain">${t("staff-why-nobody")}</p>`;
    return html`<ol class="reasons">
      ${this.told.map(
        (one) =>
          html`<li>
            ${icon(one.ticket && one.ticket !== this.ticket ? "person" : "check")}
            <span>
              ${one.ticket && one.ticket !== this.ticket ? html`<b class="num">${one.ticket}</b>` : nothing}
              ${sentence(one)}
            </span>
          </li>`,
      )}
    </ol>`;
  }
}
customElements.define("staff-why", StaffWhy);

const reasons = ({ next, ahead }) => [...next, ...ahead];

/** In the reader's language; the server's English where the words are new to this page. */
const sentence = ({ code, args, sentence: english }) =>
  has(`explain-${code}`) ? t(`explain-${code}`, said(args)) : english;

/** Counters, services and needs come as ids, times as moments. */
function said(args) {
  const words = { ...args };
  for (const [name, value] of Object.entries(args)) {
    if (["counter", "to", "from", "line"].includes(name) && desk.counterPlan(value))
      words[name] = pick(desk.counterPlan(value).name);
    if (name === "service") words[name] = pick(desk.servicePlan(value)?.name) || value;
    if (name === "need")
      words[name] = pick(desk.about.needs.find(({ id }) => id === value)?.name) || value;
    if (/^\d{4}-\d\d-\d\dT/.test(value)) words[name] = clock(value);
  }
  return words;
}

/** @param {import("ui/views.js").VisitView} visit */
export const whyNotNext = (visit) =>
  show("staff-why", { ticket: visit.ticket, path: `/visits/${visit.id}?explain=1` });

/** @param {import("ui/views.js").VisitView} visit @param {string} counter */
export const whyNext = (visit, counter) =>
  show("staff-why", { ticket: visit.ticket, path: `/counters/${counter}/next?explain=1` });
