// What is different today: said in a few taps, told everywhere at once, and taken back from the band.

import { api, problemText } from "ui/api.js";
import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { KINDS, REASONS, timesToSay } from "ui/say_today.js";
import { todaySentence } from "ui/today.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { ask } from "./sheet.js";

class StaffTodayBand extends DeskElement {
  render() {
    return html`<div role="status">${(desk.floor?.today ?? []).map((one) => this.band(one))}</div>`;
  }

  band(one) {
    return html`<p class="today-band">
      ${icon("info")} <span>${todaySentence(one, { t, pick })}</span>
      <button class="quiet" aria-disabled=${desk.busy} @click=${() => desk.busy || takeBack(one)}>
        ${icon("undo")} ${t("say-today-back")}
      </button>
    </p>`;
  }
}
customElements.define("staff-today-band", StaffTodayBand);

/** Asks what is different, then the one thing more that it needs. */
export async function sayToday() {
  const what = await ask({
    title: t("say-today-title"),
    explain: t("say-today-detail"),
    choices: KINDS.map((value) => ({
      value,
      label: t(`say-today-${value}`),
    })),
  });
  const said = what ? await ASKED[what]() : null;
  if (said) await send(api.post("/today", said));
}

/** @type {Record<string, () => Promise<any>>} */
const ASKED = {
  closes_at: async () => {
    const closes_at = await askTime("say-today-closes-when");
    return closes_at && { closes_at };
  },
  service: async () => {
    const service = await ask({
      title: t("say-today-which"),
      choices: desk.about.services.map(({ id, name }) => ({ value: id, label: pick(name) })),
    });
    const closed_from = service && (await askTime("say-today-when"));
    return closed_from && { service, closed_from };
  },
  running_late: async () => {
    const choices = REASONS.map((value) => ({ value, label: t(`say-late-${value}`) }));
    const reason = await ask({ title: t("say-today-why"), choices });
    return reason && { running_late: { reason } };
  },
  message: async () => {
    const title = t("say-today-message");
    const message = await ask({ title, write: t("say-today-words"), act: t("say-today-say") });
    return message && { message };
  },
};

/** @param {string} title */
const askTime = (title) => ask({ title: t(title), choices: timesToSay(desk.floor.closes_at) });

const takeBack = ({ id }) => send(api.delete(`/today/${id}`));

/** @param {Promise<import("ui/api.js").Answer>} sent */
async function send(sent) {
  const answer = await sent;
  if (answer.ok) return;
  const text = answer.status ? problemText(answer.body) : t("staff-no-server");
  desk.set({ said: { tone: "sorry", text } });
}
