/** Nobody is here yet: a lit doorway, the waits as they are, and each language in its own name. */
import { classMap, html, nothing } from "ui/element.js";
import { clock, weekday } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { ownName, pick, t } from "ui/words.js";
import { todaySentence } from "ui/today.js";
import { agentIsHere } from "./agent.js";
import { goesOn, keptLately } from "./kept.js";
import { wordy } from "./long_words.js";
import { paged } from "./more.js";
import { toSlipCamera } from "./showing_code.js";
import { inEach } from "./spoken.js";
import { figure, sameForAll, waitOf } from "./waits.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** Letters of a name that still stands large in the doorway. */
const LONG_NAME = 24;
const LONGEST_NAME = 44;

/** @param {Kiosk} kiosk */
export const attract = (kiosk) => html`
  <div class="facade">
    <div class="doorway">
      <span class="lit">${mark()}</span>
      <div class="house">${house(kiosk)}</div>
    </div>
  </div>
  ${invitation(kiosk)}
`;

/** @param {Kiosk} kiosk */
function house(kiosk) {
  const name = pick(kiosk.about.name);
  const long = classMap({
    long: name.length > LONG_NAME,
    longest: name.length > LONGEST_NAME,
    wordy: wordy(name) !== "",
  });
  return html`
    <h1 class=${long}>${name}</h1>
    <p class="num now">${clock(serverNow())}</p>
    <p class="welcome">
      ${kiosk.speakers.map(
        (speaker) =>
          html`<span lang=${speaker.lang} dir=${speaker.dir}>${speaker.t("kiosk-welcome")}</span>`,
      )}
    </p>
  `;
}

/** @param {Kiosk} kiosk */
function invitation(kiosk) {
  if (kiosk.lost && !agentIsHere()) return lost(kiosk);
  if (!kiosk.open) return closed(kiosk);
  return html`${waits(kiosk)} ${languages(kiosk)}`;
}

/** @param {Kiosk} kiosk */
function waits(kiosk) {
  const { speakers } = kiosk;
  const same = sameForAll(kiosk);
  const words = {
    more: inEach(speakers, ({ t }) => t("kiosk-more")),
    top: inEach(speakers, ({ t }) => t("kiosk-more-top")),
  };
  return html`
    <section class="waits" aria-label=${t("kiosk-waits-now")}>
      ${kiosk.lost ? goesOn(kiosk) : keptLately(kiosk)} ${differentToday(kiosk)}
      ${
        same
          ? html`<p class="same-wait">
              ${icon("clock")} ${inEach(speakers, ({ t }) => t("kiosk-wait-now"))}
              <span class="range">${inEach(speakers, ({ t }) => figure(same, t))}</span>
            </p>`
          : nothing
      }
      ${paged(
        kiosk.about.services.map((/** @type {any} */ one) => row(kiosk, one, same === null)),
        "rows",
        words,
      )}
      ${toSlipCamera(kiosk)}
    </section>
  `;
}

/**
 * Whoever touches what they came for has begun.
 * @param {Kiosk} kiosk
 * @param {import("ui/views.js").ServiceView} service
 * @param {boolean} timed
 */
function row(kiosk, service, timed) {
  const wait = timed ? waitOf(kiosk, service.id) : null;
  return html`
    <button class="wait" @click=${() => kiosk.beginWith(service.id)}>
      <span class="plate arch">${icon(service.icon)}</span>
      <span class="names ${wordy(pick(service.name))}"
        >${inEach(kiosk.speakers, ({ pick }) => pick(service.name))}</span
      >
      ${
        wait
          ? html`<span class="range">${inEach(kiosk.speakers, ({ t }) => figure(wait, t))}</span>`
          : nothing
      }
    </button>
  `;
}

/** @param {Kiosk} kiosk */
const languages = (kiosk) => html`
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
          ${kiosk.about.phone ? speaker.t("kiosk-ring", { phone: kiosk.about.phone }) : ""}
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
