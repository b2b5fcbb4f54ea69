// Who comes at a time today: to come, late, missed, here. Names are asked for with the list alone.

import { api } from "ui/api.js";
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";
import { nameOf } from "./language_switch.js";

const MINUTE_MS = 60_000;
const SOON_MS = 60 * MINUTE_MS;
const SHOWN_MOST = 200;
const TONES = { late: "is-soon", missed: "is-late", checked_in: "is-here", cancelled: "is-off" };

/** How many are still to come. */
export const toCome = () => {
  const { due = 0, late = 0 } = desk.floor?.appointments ?? {};
  return due + late;
};

export const hasAppointments = () => Object.keys(desk.floor?.appointments ?? {}).length > 0;

class StaffAppointments extends StaffDialog {
  static properties = { items: { state: true }, more: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */ this.items = null;
    this.more = false;
    this.asked = "";
  }

  /** The list has changed when the floor's count has, and stands otherwise with each minute. */
  willUpdate() {
    const minute = Math.floor(serverNow() / MINUTE_MS);
    const about = `${JSON.stringify(desk.floor?.appointments)} ${minute}`;
    if (about === this.asked) return;
    this.asked = about;
    this.ask();
  }

  async ask() {
    const { ok, body } = await api.get(`/appointments?limit=${SHOWN_MOST}`);
    if (!ok) return;
    this.items = body.items;
    this.more = Boolean(body.next);
  }

  render() {
    const inside = this.items
      ? this.list(this.items)
      : html`<p class="explain">${t("ui-loading")}</p>`;
    return this.sheet(t("staff-appointments"), inside, "wide");
  }

  /** @param {any[]} items */
  list(items) {
    if (!items.length) return html`<p class="explain">${t("staff-no-appointments")}</p>`;
    return html`<ol class="owed booked">
        ${repeat(
          items,
          ({ id }) => id,
          (one) => row(one),
        )}
      </ol>
      ${
        this.more
          ? html`<p class="explain">${t("staff-more-appointments", { n: SHOWN_MOST })}</p>`
          : nothing
      }`;
  }
}
customElements.define("staff-appointments", StaffAppointments);

/** @param {any} one */
function row(one) {
  const service = desk.servicePlan(one.service);
  const name = service ? pick(service.name) : one.service;
  return html`<li class=${TONES[one.state] ?? ""} data-state=${one.state}>
    <p class="at num">${clock(one.at)}</p>
    <div>
      <p class="what">${name}${one.name ? html` · ${one.name}` : nothing}</p>
      <p class="by">
        ${[t("staff-appointment-number", { code: one.code }), ...asked(one)].join(" · ")}
      </p>
      ${one.notes ? html`<p class="by">${one.notes}</p>` : nothing}
    </div>
    <p class="due">${standing(one)}</p>
  </li>`;
}

/** What was asked for with it. @param {any} one */
const asked = ({ language, needs, phone }) => [
  ...(language ? [nameOf(language)] : []),
  ...needs.map((id) => pick(desk.about.needs.find((need) => need.id === id)?.name) || id),
  ...(phone ? [phone] : []),
];

/** @param {any} one */
function standing({ state, at, kept_until: until, ticket }) {
  const left = millis(at) - serverNow();
  if (state === "due" && left > SOON_MS) return t("staff-appointment-due-at");
  const n = Math.max(1, Math.ceil(left / MINUTE_MS));
  const words = t(`staff-appointment-${state}`, { n, until: clock(until), ticket: ticket ?? "" });
  return state === "checked_in" ? html`${icon("check")} ${words}` : words;
}

export const showAppointments = () => show("staff-appointments");
