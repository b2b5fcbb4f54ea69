// Where I am, the three places of the tablet, and what concerns the counter rather than a customer.

import { api } from "ui/api.js";
import { clock } from "ui/format.js";
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import "./calm_card.js";
import { hasAppointments, showAppointments, toCome } from "./appointments.js";
import { counterActions } from "./counter_actions.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { show } from "./dialog.js";
import { handOver } from "./handover.js";
import { languageSwitch } from "./language_switch.js";
import { showMyFigures } from "./my_figures.js";
import { toGoTo } from "./paper_round.js";
import "./promises.js";
import { ask } from "./sheet.js";
import { inDanger } from "./ticket_card.js";
import { sayToday } from "./today.js";

/** Letters of a name beyond which it is set one step smaller. */
const ONE_LINE = 24;

class StaffTopBar extends DeskElement {
  static properties = { place: { attribute: false } };

  constructor() {
    super();
    this.place = "counter";
  }

  go(place) {
    this.dispatchEvent(new CustomEvent("place", { detail: place }));
  }

  render() {
    const mine = desk.myCounter;
    const risks = Object.values(desk.floor?.visits ?? {}).filter(inDanger).length;
    const people = toGoTo();
    const where = mine ? counterName(mine.id) : pick(desk.about.name);
    return html`<header class="top-bar">
      <p class="who">
        <b class=${where.length > ONE_LINE ? "long" : ""}>${where}</b>
        <span>${desk.me.name}</span>
      </p>
      <nav aria-label=${t("staff-places")}>
        ${this.tab("counter", "counter", t("staff-my-counter"))}
        ${this.tab("floor", "people", t("staff-floor"), t("staff-n-at-risk", { n: risks }), risks)}
        ${this.tab("papers", "paper", t("staff-round"), t("staff-n-to-go-to", { n: people }), people)}
      </nav>
      <p class="time num">${clock(serverNow())}</p>
      <staff-promises-mark></staff-promises-mark>
      ${languageSwitch()}
      <button
        class="quiet round"
        aria-label=${t("staff-menu")}
        aria-haspopup="dialog"
        @click=${this.menu}
      >
        ${icon("menu")}
      </button>
    </header>`;
  }

  tab(place, picture, label, badge = "", n = 0) {
    return html`<button
      class="tab"
      aria-current=${this.place === place ? "page" : nothing}
      @click=${() => this.go(place)}
    >
      ${icon(picture)} ${label}
      ${
        n
          ? html`<span class="badge" title=${badge}>
              <span class="visually-hidden">${badge}</span>
              <span aria-hidden="true" class="num">${n}</span></span
            >`
          : nothing
      }
    </button>`;
  }

  async menu() {
    const mine = desk.myCounter;
    const actions = mine ? counterActions(mine) : [];
    const pickAction = await ask({
      title: mine ? counterName(mine.id) : desk.me.name,
      choices: [
        ...actions.map(({ icon, label, run }) => ({ icon, label, value: run })),
        ...(mine
          ? [
              {
                icon: "person",
                label: t("staff-hand-over"),
                detail: t("staff-hand-over-detail"),
                value: () => handOver(mine.id, () => signOut(mine.id)),
              },
            ]
          : []),
        ...(hasAppointments()
          ? [
              {
                icon: "calendar",
                label: t("staff-appointments"),
                detail: t("staff-appointments-n", { n: toCome() }),
                value: showAppointments,
              },
            ]
          : []),
        { icon: "info", label: t("staff-today"), value: sayToday },
        { icon: "chart", label: t("staff-figures"), value: showMyFigures },
        { icon: "seat", label: t("staff-calm"), value: () => show("staff-calm-card") },
        {
          icon: "door-out",
          label: t("staff-sign-out"),
          detail: mine ? t("staff-sign-out-open") : "",
          value: () => signOut(),
        },
      ],
    });
    await pickAction?.();
  }
}
customElements.define("staff-top-bar", StaffTopBar);

/** @param {string | null} [handingOver] the counter the next person takes over */
async function signOut(handingOver = null) {
  const answer = await api.delete("/api/v1/session/pin");
  if (!answer.ok) return desk.set({ said: { tone: "sorry", text: t("staff-no-server") } });
  const session = { ...desk.session, staff: null };
  desk.set({ session, handingOver, done: null, said: null, selected: null, together: null });
}
