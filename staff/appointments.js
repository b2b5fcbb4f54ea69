// Who comes at a time today: to come, not come, here, cancelled. Names are asked for with the list alone.

import { api } from "ui/api.js";
import { html, nothing, repeat } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { cancel, checkIn, move, reasonText, takeBack, whose } from "./appointment_actions.js";
import { showCustomer } from "./customer_sheet.js";
import { desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";
import { nameOf } from "./language_switch.js";
import "./said_bar.js";
import { ask } from "./sheet.js";
import { handOver } from "./slip.js";

/** @typedef {import("./appointment_actions.js").Done} Done */

const MINUTE_MS = 60_000;
const SOON_MS = 60 * MINUTE_MS;
const SHOWN_MOST = 200;
const TONES = { late: "is-soon", missed: "is-late", checked_in: "is-here", cancelled: "is-off" };

/** A phone number is read from the left in every language. */
const [LEFT_TO_RIGHT, END] = ["\u2066", "\u2069"];

/** @type {[string, string[]][]} */
const GROUPS = [
  ["to_come", ["late", "due"]],
  ["not_come", ["missed"]],
  ["here", ["checked_in"]],
  ["cancelled", ["cancelled"]],
];

/** How many are still to come. */
export const toCome = () => {
  const { due = 0, late = 0 } = desk.floor?.appointments ?? {};
  return due + late;
};

export const hasAppointments = () => Object.keys(desk.floor?.appointments ?? {}).length > 0;

class StaffAppointments extends StaffDialog {
  static properties = { items: { state: true }, more: { state: true }, done: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */ this.items = null;
    this.more = false;
    /** @type {(Done & { until: number }) | null} */ this.done = null;
    this.asked = "";
  }

  /** The list has changed when the floor's count has, and stands otherwise with each minute. */
  willUpdate() {
    const minute = Math.floor(serverNow() / MINUTE_MS);
    const { appointments, appointments_seq: seq } = desk.floor ?? {};
    const about = `${JSON.stringify(appointments)} ${seq} ${minute}`;
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

  /** @param {Promise<Done | null>} doing */
  async does(doing) {
    const done = await doing;
    if (done) this.done = { ...done, until: serverNow() + desk.about.times.undo_s * 1000 };
    await this.ask();
  }

  async undo() {
    if (this.done && (await takeBack(this.done))) this.done = null;
    await this.ask();
  }

  /** @param {any} one */
  async change(one) {
    const chosen = await ask({
      title: `${clock(one.at)} · ${whose(one)}`,
      choices: [
        { icon: "phone", label: t("staff-appointment-link"), value: handOverLink },
        { icon: "calendar", label: t("staff-appointment-move"), value: move },
        { icon: "cross", label: t("staff-appointment-cancel"), value: cancel, tone: "danger" },
      ],
    });
    if (chosen === handOverLink) handOverLink(one);
    else if (chosen) await this.does(chosen(one));
  }

  render() {
    const inside = this.items
      ? this.list(this.items)
      : html`<p class="explain">${t("ui-loading")}</p>`;
    return this.sheet(
      t("staff-appointments"),
      html`${this.justDone()} ${inside}<staff-said-bar></staff-said-bar>`,
      "wide",
    );
  }

  justDone() {
    const { done } = this;
    if (!done || serverNow() > done.until) return nothing;
    return html`<div class="just-kept" role="status">
      ${icon("check")}
      <p>${done.text}</p>
      ${
        done.visit
          ? html`<button class="quiet" @click=${() => showCustomer(done.visit ?? "")}>
              ${icon("paper")} ${t("staff-appointment-open")}
            </button>`
          : nothing
      }
      ${
        done.back
          ? html`<button
              class="quiet"
              aria-disabled=${desk.busy}
              @click=${() => desk.busy || this.undo()}
            >
              ${icon("undo")} ${t("action-undo")}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** @param {any[]} items */
  list(items) {
    if (!items.length) return html`<p class="explain">${t("staff-no-appointments")}</p>`;
    return html`${GROUPS.map(([name, states]) =>
      this.group(
        name,
        items.filter(({ state }) => states.includes(state)),
      ),
    )}
    ${
      this.more
        ? html`<p class="explain">${t("staff-more-appointments", { n: SHOWN_MOST })}</p>`
        : nothing
    }`;
  }

  /** @param {string} name @param {any[]} items */
  group(name, items) {
    if (!items.length) return nothing;
    return html`<section class="booked-group" aria-labelledby="booked-${name}">
      <h3 id="booked-${name}">
        ${t(`staff-appointments-${name}`)} <b class="num">${items.length}</b>
      </h3>
      <ol class="owed booked">
        ${repeat(
          items,
          ({ id }) => id,
          (one) => this.row(one),
        )}
      </ol>
    </section>`;
  }

  /** @param {any} one */
  row(one) {
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
      ${this.acts(one)}
    </li>`;
  }

  /** @param {any} one */
  acts(one) {
    if (!one.may_check_in) return nothing;
    return html`<div class="booked-acts">
      ${
        one.state === "checked_in"
          ? nothing
          : html`<button
              class="quiet round"
              aria-haspopup="dialog"
              aria-label=${t("staff-appointment-change", { who: whose(one) })}
              aria-disabled=${desk.busy}
              @click=${() => desk.busy || this.change(one)}
            >
              ${icon("menu")}
            </button>`
      }
      <button
        class="act"
        aria-label=${t("staff-appointment-check-in-who", { who: whose(one) })}
        aria-disabled=${desk.busy}
        @click=${() => desk.busy || this.does(checkIn(one))}
      >
        ${t("staff-appointment-check-in")}
      </button>
    </div>`;
  }
}
customElements.define("staff-appointments", StaffAppointments);

/** The customer's own page, with the calendar file. @param {any} one */
const handOverLink = (one) =>
  handOver(
    t("staff-appointment-link-title", { who: whose(one), time: clock(one.at) }),
    t("staff-appointment-link-explain"),
    one.follow_url,
    "link.svg",
  );

/** What was asked for with it. @param {any} one */
const asked = ({ language, needs, phone }) => [
  ...(language ? [nameOf(language)] : []),
  ...needs.map((id) => pick(desk.about.needs.find((need) => need.id === id)?.name) || id),
  ...(phone ? [`${LEFT_TO_RIGHT}${phone}${END}`] : []),
];

/** @param {any} one */
function standing({ state, at, kept_until: until, ticket, ended_as: ended, reason }) {
  const left = millis(at) - serverNow();
  if (state === "due" && left > SOON_MS) return t("staff-appointment-due-at");
  if (ended) return html`${ticket}: ${t(`ended-${ended}`)}`;
  if (state === "cancelled" && reason)
    return html`<span>${t("staff-appointment-cancelled")}: ${reasonText(reason)}</span>`;
  const n = Math.max(1, Math.ceil(left / MINUTE_MS));
  const words = t(`staff-appointment-${state}`, { n, until: clock(until), ticket: ticket ?? "" });
  return state === "checked_in" ? html`${icon("check")} ${words}` : words;
}

export const showAppointments = () => show("staff-appointments");
