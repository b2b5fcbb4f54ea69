/** What stays in its place on every step: the store, the line of doors, and the ways out. */
import { classMap, html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { ownName, pick, t } from "ui/words.js";
import { isOn } from "./comfort.js";
import { inEach } from "./spoken.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** @param {Kiosk} kiosk */
export const top = (kiosk) => html`
  <header class="top">
    ${mark()}
    ${kiosk.languageOpen ? otherLanguages(kiosk) : html`<p class="store">${pick(kiosk.about.name)}</p>`}
    <p class="num now">${clock(serverNow())}</p>
  </header>
`;

/** Whoever began with a service has chosen no language: each is still offered. @param {Kiosk} kiosk */
const otherLanguages = (kiosk) => html`
  <div class="speak" role="group" aria-label=${t("kiosk-languages")}>
    ${kiosk.speakers.map(
      ({ lang, dir }) => html`
        <button
          class="quiet"
          lang=${lang}
          dir=${dir}
          aria-pressed=${document.documentElement.lang === lang}
          @click=${() => kiosk.speak(lang)}
        >
          ${ownName(lang)}
        </button>
      `,
    )}
  </div>
`;

/**
 * The way as a row of doors: gone through, standing in, still to come. Papers are done once none of
 * them is missing.
 * @param {Kiosk} kiosk
 */
export function doors(kiosk) {
  const { names, here } = kiosk.walk.stations;
  const at = names.indexOf(stationOf(kiosk) ?? here);
  const lacks = kiosk.walk.missing.length > 0;
  const done = (/** @type {number} */ index) => index < at && !(lacks && names[index] === "paper");
  return html`
    <ol class="doors" aria-label=${t("kiosk-progress", { step: at + 1, steps: names.length })}>
      ${names.map(
        (name, index) => html`
          <li
            class=${classMap({
              door: true,
              done: done(index),
              lacks: index < at && !done(index),
              here: index === at,
            })}
            aria-current=${index === at ? "step" : nothing}
          >
            <span class="arch">${done(index) ? icon("check") : nothing}</span>
            <span>${t(`kiosk-station-${name}`)}</span>
          </li>
        `,
      )}
    </ol>
  `;
}

/** Where the papers are talked about, that is their door. @param {Kiosk} kiosk */
const stationOf = ({ phase, visit }) =>
  phase === "verdict" || (phase === "ending" && visit.state === "ended") ? "paper" : null;

/** @param {Kiosk} kiosk */
export const bottom = (kiosk) => html`
  <nav class="bottom" aria-label=${t("kiosk-ways-out")}>
    <div class="ways">
      <button class="quiet back" ?hidden=${!kiosk.canGoBack} @click=${() => kiosk.back()}>
        ${icon("arrow-left")} ${t("kiosk-back")}
      </button>
      <button class="quiet" ?hidden=${kiosk.phase === "attract"} @click=${() => kiosk.startOver()}>
        ${icon("restart")} ${t("kiosk-start-over")}
      </button>
      <button
        class="quiet person"
        ?hidden=${!kiosk.personCanBeAsked}
        @click=${() => kiosk.askPerson()}
      >
        ${icon("person")} ${words(kiosk, "kiosk-person")}
      </button>
    </div>
    <div class="comforts">
      ${comfort(kiosk, "larger", "text-size")} ${comfort(kiosk, "contrast", "contrast")}
      ${comfort(kiosk, "lower", "lower")}
    </div>
  </nav>
`;

/** @param {Kiosk} kiosk @param {string} id */
const words = ({ phase, speakers }, id) =>
  phase === "attract" ? inEach(speakers, ({ t }) => t(id)) : html`<span>${t(id)}</span>`;

/**
 * @param {Kiosk} kiosk
 * @param {import("./comfort.js").Comfort} name
 * @param {string} drawing
 */
const comfort = (kiosk, name, drawing) => html`
  <button
    class="comfort ${name}-screen"
    aria-pressed=${isOn(name)}
    @click=${() => kiosk.comfort(name)}
  >
    ${icon(drawing)} ${words(kiosk, `kiosk-comfort-${name}`)}
  </button>
`;
