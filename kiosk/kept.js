/**
 * The server is away, and the agent has kept what the customer asked for. The number is the server's
 * to give: until then there is a code, and this screen says what it became.
 */
import { api } from "ui/api.js";
import { html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { ticketOf, ticketsLately } from "./agent.js";
import { printButton, printerSays } from "./printing.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./agent.js").KeptTicket} KeptTicket */

const ASK_AGAIN_MS = 1000;
const LOOK_AGAIN_MS = 4000;
const SHOWN_MOST = 6;

/**
 * Turns to the ticket once it is made, if its customer still stands here.
 * @param {Kiosk} kiosk
 * @param {string} key
 */
export async function followKept(kiosk, key) {
  const { walk } = kiosk;
  const stillHere = () => kiosk.walk === walk && kiosk.phase === "kept";
  while (stillHere()) {
    const told = await ticketOf(key);
    if (!stillHere()) return;
    if (told?.state === "refused") return kiosk.refuse(told.problem);
    if (told?.state === "made" && (await shown(kiosk, told, stillHere))) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/**
 * @param {Kiosk} kiosk
 * @param {KeptTicket} told
 * @param {() => boolean} stillHere
 */
async function shown(kiosk, { visit, secret }, stillHere) {
  const answer = await api.get(`/visits/${visit}`, { secret });
  if (answer.ok && stillHere()) kiosk.end(answer.body);
  return answer.ok;
}

/** Asks, again and again, which codes have become numbers. @param {Kiosk} kiosk */
export async function watchKept(kiosk) {
  for (;;) {
    const lately = await ticketsLately();
    if (lately) kiosk.kept_lately = lately.items;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** @param {Kiosk} kiosk */
export const keptTicket = (kiosk) => html`
  <div class="ending kept">
    <article class="ticket">
      <div class="stub">
        <h1 id="title" tabindex="-1">
          <span class="says">${t("kept-your-code")}</span>
          <span class="num number">${kiosk.kept?.kept}</span>
        </h1>
        <p class="where">${t("kept-making")}</p>
      </div>
      <div class="told">
        <p class="callby">
          <span>${t("kept-since")}</span>
          <strong class="num">${clock(kiosk.kept?.arrived_at ?? 0)}</strong>
        </p>
      </div>
    </article>
    <aside class="follow">
      ${icon("signal-lost")}
      <p>
        <strong>${t("kept-why")}</strong>
        ${printerSays(kiosk, "kept-means", "kept-means")}
        ${kiosk.walk.toBring.length ? html`<span class="counts">${t("kept-papers")}</span>` : nothing}
      </p>
    </aside>
    <div class="pair finish">
      ${kiosk.printer ? printButton(kiosk) : nothing}
      <button class="act" @click=${() => kiosk.startOver()}>
        ${icon("check")} ${t("kiosk-done")}
      </button>
    </div>
  </div>
  <article class="slip" aria-hidden="true">
    <p class="head">${mark()} ${pick(kiosk.about.name)}</p>
    <p>${t("kept-your-code")}</p>
    <p class="num number">${kiosk.kept?.kept}</p>
    <p>${t("kept-since")} <strong>${clock(kiosk.kept?.arrived_at ?? 0)}</strong></p>
    <p>${t("kept-means")}</p>
  </article>
`;

/** For the first screen: what the codes have become. @param {Kiosk} kiosk */
export const keptLately = (kiosk) =>
  kiosk.kept_lately.length === 0
    ? nothing
    : html`
        <div class="kept-lately" role="status">
          <p>${kiosk.speakers.map((one) => spoken(one, "kept-numbers"))}</p>
          <ul>
            ${kiosk.kept_lately
              .slice(-SHOWN_MOST)
              .map(
                ({ kept, ticket }) => html`
                  <li>
                    <span class="num">${kept}</span> ${icon("arrow-right")}
                    ${ticket ? html`<strong class="num">${ticket}</strong>` : icon("person")}
                  </li>
                `,
              )}
          </ul>
        </div>
      `;

/** The connection is lost, and it goes on all the same. @param {Kiosk} kiosk */
export const goesOn = (kiosk) => html`
  <div class="kept-goes-on" role="status">
    ${icon("signal-lost")}
    <p>${kiosk.speakers.map((one) => spoken(one, "kept-goes-on"))}</p>
  </div>
`;

/** @param {import("ui/words.js").Speaker} speaker @param {string} words */
const spoken = (speaker, words) =>
  html`<span lang=${speaker.lang} dir=${speaker.dir}>${speaker.t(words)}</span>`;
