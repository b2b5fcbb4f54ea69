/** Nobody is here yet: a lit doorway, the waits as they are, and each language in its own name. */
import { html, nothing } from "ui/element.js";
import { clock, waitRange, weekday } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { ownName, pick, t } from "ui/words.js";
import { todaySentence } from "ui/today.js";
import { agentIsHere } from "./agent.js";
import { goesOn, keptLately } from "./kept.js";
import { toSlipCamera } from "./showing_code.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** @param {Kiosk} kiosk */
export const attract = (kiosk) => html`
  <div class="facade">
    <div class="doorway arch">
      ${mark()}
      <h1>${pick(kiosk.about.name)}</h1>
      <p class="num now">${clock(serverNow())}</p>
      <p class="welcome">
        ${kiosk.speakers.map(
          (speaker) =>
            html`<span lang=${speaker.lang} dir=${speaker.dir}
              >${speaker.t("kiosk-welcome")}</span
            >`,
        )}
      </p>
    </div>
  </div>
  ${invitation(kiosk)}
`;

/** @param {Kiosk} kiosk */
function invitation(kiosk) {
  if (kiosk.lost && !agentIsHere()) return lost(kiosk);
  if (!kiosk.open) return closed(kiosk);
  return waits(kiosk);
}

/** @param {Kiosk} kiosk */
const waits = (kiosk) => html`
  <section class="waits" aria-label=${t("kiosk-waits-now")}>
    ${kiosk.lost ? goesOn(kiosk) : keptLately(kiosk)} ${differentToday(kiosk)}
    ${kiosk.about.services.map(
      (/** @type {any} */ service) => html`
        <div class="wait">
          <span class="plate arch">${icon(service.icon)}</span>
          <p class="names">
            ${kiosk.speakers.map(
              (speaker) =>
                html`<span lang=${speaker.lang} dir=${speaker.dir}
                  >${speaker.pick(service.name)}</span
                >`,
            )}
          </p>
          <p class="range">${waitNow(kiosk, service.id)}</p>
        </div>
      `,
    )}
    ${toSlipCamera(kiosk)}
  </section>
  <section class="languages" aria-label=${t("kiosk-languages")}>
    ${kiosk.speakers.map(
      (speaker) => html`
        <button
          class="act language"
          lang=${speaker.lang}
          dir=${speaker.dir}
          @click=${() => kiosk.begin(speaker.lang)}
        >
          <span>${ownName(speaker.lang)}</span>
          <small>${speaker.t("kiosk-begin")}</small>
        </button>
      `,
    )}
  </section>
`;

/** A message is said as it was typed, once. @param {Kiosk} kiosk */
const differentToday = ({ board, speakers }) =>
  (board?.today ?? []).map(
    (/** @type {any} */ one) => html`
      <p class="today" role="status">
        ${icon("info")}
        ${(one.what === "message" ? speakers.slice(0, 1) : speakers).map(
          (speaker) =>
            html`<span lang=${speaker.lang} dir="auto">${todaySentence(one, speaker)}</span>`,
        )}
      </p>
    `,
  );

/** What is said where no time can be told. @type {Record<string, string>} */
const NO_TIME = { no_counter_open: "kiosk-wait-unknown", after_closing: "kiosk-wait-closing" };

/**
 * What somebody taking a ticket now would be told, or nothing while that is not known.
 * @param {Kiosk} kiosk
 * @param {string} service
 */
export function waitNow(kiosk, service) {
  if (kiosk.lost) return nothing;
  const told = kiosk.board?.services.find((/** @type {any} */ { id }) => id === service);
  const wait = told?.open ? told.wait : null;
  if (!wait) return nothing;
  const unknown = NO_TIME[wait.basis];
  return unknown
    ? html`<span class="unknown">${t(unknown)}</span>`
    : html`<span class="num">${waitRange(wait.low_s, wait.high_s)}</span>`;
}

/** @param {Kiosk} kiosk */
const closed = (kiosk) => html`
  <section class="notice">
    ${kiosk.speakers.map(
      (speaker) => html`
        <p lang=${speaker.lang} dir=${speaker.dir}>
          <strong>${speaker.t("kiosk-closed")}</strong>
          ${
            kiosk.opensNext
              ? speaker.t("kiosk-opens", {
                  day: weekday(kiosk.opensNext, speaker.lang),
                  time: clock(kiosk.opensNext),
                })
              : ""
          }
        </p>
      `,
    )}
  </section>
`;

/** @param {Kiosk} kiosk */
const lost = (kiosk) => html`
  <section class="notice" role="status">
    ${kiosk.speakers.map(
      (speaker) => html`
        <p lang=${speaker.lang} dir=${speaker.dir}>
          <strong>${speaker.t("kiosk-lost")}</strong> ${speaker.t("kiosk-lost-person")}
        </p>
      `,
    )}
  </section>
`;
