// Beside the lines: what is worth doing now, one tap each; what was just done, with its way back.

import { api } from "ui/api.js";
import { html, nothing, repeat } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { DeskElement, counterName, desk } from "./desk.js";
import { preview } from "./preview.js";
import { ask } from "./sheet.js";

const ICONS = { move: "move", open: "counter", borrow: "person", break: "pause" };
const NOT_NOW = ["knows", "here", "soon", "other"];
const PLACES = ["from", "to", "counter"];
const POOL = "pool";

class StaffSuggestions extends DeskElement {
  render() {
    const { rebalance, suggestions = [], taken = [] } = desk.floor;
    if (rebalance === "off") return nothing;
    return html`<section class="suggestions" aria-label=${t("staff-balance")}>
      <h2>${t(`staff-balance-${rebalance}`)}</h2>
      ${repeat(
        suggestions,
        ({ id }) => id,
        (one) => this.suggestion(one),
      )}
      ${repeat(
        taken,
        ({ id }) => id,
        (one) => this.done(one),
      )}
      ${suggestions.length || taken.length ? nothing : html`<p class="even">${icon("check")} ${t("staff-balance-even")}</p>`}
    </section>`;
  }

  suggestion(one) {
    const look = () => preview.show(one.touched);
    const away = () => preview.show([]);
    return html`<article
      class="suggestion card"
      data-suggestion=${one.id}
      @pointerenter=${look}
      @pointerleave=${away}
      @focusin=${look}
      @focusout=${away}
    >
      <p>${icon(ICONS[one.kind])} <span>${sentence(one)}</span></p>
      <small>${effect(one)}</small>
      <div class="suggestion-acts">
        <button class="act" aria-disabled=${desk.busy} @click=${() => desk.busy || take(one)}>
          ${t("staff-take")}
        </button>
        <button class="quiet" aria-disabled=${desk.busy} @click=${() => desk.busy || notNow(one)}>
          ${t("staff-not-now")}
        </button>
      </div>
    </article>`;
  }

  done(one) {
    const who = one.staff
      ? t("staff-taken-by-name", { name: one.staff.name })
      : t("staff-taken-auto");
    return html`<article class="suggestion card done" data-suggestion=${one.id}>
      <p>${icon("check")} <span>${sentence(one)}</span></p>
      <small>${who}</small>
      <button class="quiet" aria-disabled=${desk.busy} @click=${() => desk.busy || takeBack(one)}>
        ${icon("undo")} ${t("action-undo")}
      </button>
    </article>`;
  }
}
customElements.define("staff-suggestions", StaffSuggestions);

/** Its arguments name counters and services by their ids. */
export function sentence({ sentence: { key, args } }) {
  const named = { ...args };
  for (const place of PLACES) {
    if (place in named && named[place] !== POOL)
      named[place] = pick(desk.counterPlan(named[place])?.name) || named[place];
  }
  if (named.services)
    named.services = named.services.map((id) => pick(desk.servicePlan(id).name)).join(", ");
  return t(key, named);
}

/** Who would open a counter, for whom besides those here, and what it costs the others. */
function effect({ open, effect: { coming, later } }) {
  const said = [later ? t("balance-later", { n: later }) : t("balance-unchanged")];
  if (coming) said.unshift(t("balance-coming", { n: coming }));
  if (open?.staff) said.unshift(open.staff.name);
  return said.join(" · ");
}

const path = ({ id }, verb) => `/balance/suggestions/${id}/${verb}`;

async function take(suggestion) {
  const body = suggestion.open && !suggestion.open.staff ? await whoOpens(suggestion) : {};
  if (!body) return;
  await desk.settledDown();
  preview.show([]);
  if (await desk.act("suggestion", path(suggestion, "take"), body)) await desk.refresh();
}

/** @returns {Promise<{staff: string} | null>} */
async function whoOpens({ open }) {
  const answer = await api.get("/staff");
  if (!answer.ok) return null;
  const busy = new Set(desk.floor.counters.map(({ staff }) => staff?.id));
  const staff = await ask({
    title: t("staff-who-opens", { counter: counterName(open.counter) }),
    choices: answer.body.items
      .filter(({ id }) => !busy.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  });
  return staff ? { staff } : null;
}

async function notNow(suggestion) {
  const reason = await ask({
    title: t("staff-not-now-title"),
    explain: sentence(suggestion),
    choices: NOT_NOW.map((value) => ({ value, label: t(`staff-not-now-${value}`) })),
  });
  if (!reason) return;
  await desk.settledDown();
  if (await desk.act("not_now", path(suggestion, "not_now"), { reason })) await desk.refresh();
}

async function takeBack(suggestion) {
  if (await desk.act("undo", path(suggestion, "undo"))) await desk.refresh();
}
