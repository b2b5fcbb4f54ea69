// The end of a service: the outcome in one tap. A sale and a promise may be added before.

import { html } from "ui/element.js";
import { dateOf, daysLater, momentOf, wallOf, weekday } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { openDaysLater, openingDays } from "./opening_days.js";
import { ask } from "./sheet.js";

const DUE_IN_DAYS = [0, 1, 3, 7];

class StaffFinishing extends DeskElement {
  static properties = {
    visit: { attribute: false },
    sale: { state: true },
    promise: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */ this.visit = null;
    this.forget();
  }

  forget() {
    /** @type {number | null} */ this.sale = null;
    /** @type {{what: string, due: string} | null} */ this.promise = null;
  }

  willUpdate(changed) {
    const before = changed.get("visit");
    if (before && before.id !== this.visit.id) this.forget();
  }

  firstUpdated() {
    desk.settle();
  }

  async finish(outcome) {
    if (desk.busy) return;
    const body = { outcome };
    if (this.sale !== null) Object.assign(body, { sale: this.sale });
    if (this.promise) Object.assign(body, { promise: this.promise });
    await desk.act(outcome, `/visits/${this.visit.id}/finish`, body);
  }

  async addSale() {
    const values = await ask({
      title: t("staff-sale-title"),
      fields: [{ name: "sale", label: t("staff-sale"), kind: "number", required: true }],
    });
    if (values) this.sale = Number(values.sale);
  }

  async addPromise() {
    const values = await ask({
      title: t("staff-promise-title"),
      explain: t("staff-promise-explain"),
      fields: [
        { name: "what", label: t("staff-promise-what"), required: true },
        {
          name: "due",
          label: t("staff-promise-due"),
          kind: "datetime-local",
          required: true,
          chips: await dueChips(),
        },
      ],
    });
    if (values)
      this.promise = { what: values.what, due: new Date(momentOf(values.due)).toISOString() };
  }

  render() {
    return html`<div class="finishing">
      <div class="extras">
        ${this.extra("sale", this.sale !== null, t("staff-add-sale"), () => this.addSale())}
        ${this.extra("promise", this.promise, t("staff-add-promise"), () => this.addPromise())}
      </div>
      <div class="other-ends">
        ${this.end("unresolved", "question")} ${this.end("escalated", "arrow-right")}
      </div>
      <button class="main act" aria-disabled=${desk.busy} @click=${() => this.finish("resolved")}>
        ${icon("check")}
        <span>${t("action-finish")} <small>${t("outcome-resolved")}</small></span>
      </button>
    </div>`;
  }

  extra(name, added, label, run) {
    return html`<button class="chip" aria-pressed=${!!added} @click=${run}>
      ${added ? icon("check") : icon("plus")} ${label}
    </button>`;
  }

  end(outcome, picture) {
    return html`<button
      class="side"
      aria-disabled=${desk.busy}
      @click=${() => this.finish(outcome)}
    >
      ${icon(picture)} <span>${t(`outcome-${outcome}`)}</span>
    </button>`;
  }
}
customElements.define("staff-finishing", StaffFinishing);

/** The end of today's opening, and of days to come: of the next open one where one is closed. */
async function dueChips() {
  const now = serverNow();
  const days = await openingDays(now);
  const open = new Map(days.map(({ date, open }) => [date, open]));
  const opens = (/** @type {number} */ at) => (open.get(dateOf(at))?.length ?? 1) > 0;
  const evening = momentOf(`${dateOf(now)}T18:00`);
  const today = Math.max(desk.floor.closes_at ? millis(desk.floor.closes_at) : evening, now);
  return DUE_IN_DAYS.flatMap((n) => {
    const same = n === 0 ? today : openDaysLater(today, n, opens);
    if (same === null) return [];
    const spans = open.get(dateOf(same)) ?? [];
    const closes = spans[spans.length - 1]?.[1];
    const due = n > 0 && closes ? Math.min(same, millis(closes)) : same;
    const asSaid = n === 0 || same === daysLater(today, n);
    return [{ value: wallOf(due), label: asSaid ? t("staff-due-in", { n }) : weekday(due) }];
  });
}
