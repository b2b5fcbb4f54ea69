// What is different today: said in a few taps, told everywhere at once, and taken back from the band.

import { api, problemText } from "ui/api.js";
import { html } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { todaySentence } from "ui/today.js";
import { pick, t } from "ui/words.js";
import { DeskElement, desk } from "./desk.js";
import { ask } from "./sheet.js";

const REASONS = ["short_staffed", "system_down", "many_people", "emergency", "other"];
const STEP_MS = 30 * 60_000;
const TIMES_MOST = 10;

class StaffTodayBand extends DeskElement {
  render() {
    return html`<div role="status">${(desk.floor?.today ?? []).map((one) => this.band(one))}</div>`;
  }

  band(one) {
    return html`<p class="today-band">
      ${icon("info")} <span>${todaySentence(one, { t, pick })}</span>
      <button class="quiet" aria-disabled=${desk.busy} @click=${() => desk.busy || takeBack(one)}>
        ${icon("undo")} ${t("staff-today-back")}
      </button>
    </p>`;
  }
}
customElements.define("staff-today-band", StaffTodayBand);

/** Asks what is different, then the one thing more that it needs. */
export async function sayToday() {
  const what = await ask({
    title: t("staff-today-title"),
    explain: t("staff-today-detail"),
    choices: ["closes_at", "service", "running_late", "message"].map((value) => ({
      value,
      label: t(`staff-today-${value}`),
    })),
  });
  const said = what ? await ASKED[what]() : null;
  if (said) await send(api.post("/today", said));
}

/** @type {Record<string, () => Promise<any>>} */
const ASKED = {
  closes_at: async () => {
    const closes_at = await askTime("staff-today-closes-when");
    return closes_at && { closes_at };
  },
  service: async () => {
    const service = await ask({
      title: t("staff-today-which"),
      choices: desk.about.services.map(({ id, name }) => ({ value: id, label: pick(name) })),
    });
    const closed_from = service && (await askTime("staff-today-when"));
    return closed_from && { service, closed_from };
  },
  running_late: async () => {
    const choices = REASONS.map((value) => ({ value, label: t(`staff-late-${value}`) }));
    const reason = await ask({ title: t("staff-today-why"), choices });
    return reason && { running_late: { reason } };
  },
  message: async () => {
    const title = t("staff-today-message");
    const message = await ask({ title, write: t("staff-today-words"), act: t("staff-today-say") });
    return message && { message };
  },
};

/** Now, or one of the next half hours before the usual closing. @param {string} title */
function askTime(title) {
  const now = serverNow();
  const first = Math.ceil((now + 1) / STEP_MS) * STEP_MS;
  const usual = desk.floor.closes_at ? millis(desk.floor.closes_at) : Infinity;
  const later = Array.from({ length: TIMES_MOST }, (_, n) => first + n * STEP_MS);
  const at = (moment, label) => ({ value: new Date(moment).toISOString(), label });
  return ask({
    title: t(title),
    choices: [
      at(now, t("staff-today-now")),
      ...later
        .filter((moment) => moment < usual)
        .map((moment) => at(moment, t("staff-today-at", { time: clock(moment) }))),
    ],
  });
}

const takeBack = ({ id }) => send(api.delete(`/today/${id}`));

/** @param {Promise<import("ui/api.js").Answer>} sent */
async function send(sent) {
  const answer = await sent;
  if (answer.ok) return;
  const text = answer.status ? problemText(answer.body) : t("staff-no-server");
  desk.set({ said: { tone: "sorry", text } });
}
