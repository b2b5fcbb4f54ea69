/** What stays in its place on every step: the store, the line of doors, and the ways out. */
import { classMap, html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { pick, t } from "ui/words.js";
import { isOn } from "./comfort.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** @param {Kiosk} kiosk */
export const top = (kiosk) => html`
  <header class="top">
    ${mark()}
    <p class="store">${pick(kiosk.about.name)}</p>
    <p class="num now">${clock(serverNow())}</p>
  </header>
`;

/**
 * The way as a row of doors: gone through, standing in, still to come.
 * @param {Kiosk} kiosk
 */
export function doors(kiosk) {
  const { names, here } = kiosk.walk.stations;
  const onTheWay = ["asking", "appointment"].includes(kiosk.phase);
  const at = onTheWay ? names.indexOf(here) : names.length - 1;
  return html`
    <ol class="doors" aria-label=${t("kiosk-progress", { step: at + 1, steps: names.length })}>
      ${names.map(
        (name, index) => html`
          <li
            class=${classMap({ door: true, done: index < at, here: index === at })}
            aria-current=${index === at ? "step" : nothing}
          >
            <span class="arch">${index < at ? icon("check") : nothing}</span>
            <span>${t(`kiosk-station-${name}`)}</span>
          </li>
        `,
      )}
    </ol>
  `;
}

/** @param {Kiosk} kiosk */
export const bottom = (kiosk) => html`
  <nav class="bottom" aria-label=${t("kiosk-ways-out")}>
    <div class="ways">
      <button class="quiet" ?hidden=${!kiosk.canGoBack} @click=${() => kiosk.back()}>
        ${icon("arrow-left")} ${t("kiosk-back")}
      </button>
      <button class="quiet" ?hidden=${kiosk.phase === "attract"} @click=${() => kiosk.startOver()}>
        ${icon("restart")} ${t("kiosk-start-over")}
      </button>
      <button class="quiet person" @click=${() => kiosk.askPerson()}>
        ${icon("person")} ${t("kiosk-person")}
      </button>
    </div>
    <div class="comforts">
      ${comfort(kiosk, "larger", "text-size")} ${comfort(kiosk, "contrast", "contrast")}
      ${comfort(kiosk, "lower", "lower")}
    </div>
  </nav>
`;

/**
 * @param {Kiosk} kiosk
 * @param {import("./comfort.js").Comfort} name
 * @param {string} drawing
 */
const comfort = (kiosk, name, drawing) => html`
  <button class="comfort" aria-pressed=${isOn(name)} @click=${() => kiosk.comfort(name)}>
    ${icon(drawing)} <span>${t(`kiosk-comfort-${name}`)}</span>
  </button>
`;
