/**
 * A code held to the camera instead of the scanner: of a ticket, a slip or an appointment. The page
 * itself reads it, with an agent or without one, and takes it as if the scanner had.
 */
import { firstCode } from "ui/codes.js";
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { Showing } from "./reading.js";
import { inEach } from "./spoken.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

const AGAIN_MS = 300;

class ShowingCode extends Showing {
  /** @param {Kiosk} kiosk @param {"code" | "slip" | "scan"} words */
  constructor(kiosk, words) {
    super(kiosk, words);
  }

  /**
   * @param {HTMLVideoElement} video
   * @param {() => boolean} goesOn
   */
  async look(video, goesOn) {
    while (goesOn()) {
      // A reader that could not be fetched sees nothing: the tries run out, and the keys are there.
      const text = await firstCode(video, goesOn).catch(() => null);
      if (text !== null && this.kiosk.scanned([text])) return text;
      if (text !== null) this.advise("other_code");
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    return null;
  }

  found() {
    this.stop();
  }

  stop() {
    super.stop();
    // Nobody has begun: there is nobody to ask whether he is still there.
    if (this.kiosk.phase === "attract") this.kiosk.idle?.stop();
  }
}

/** What a handheld scanner read is of no use here, and nobody must wonder why nothing happens. @param {Kiosk} kiosk */
export function sayNotOurs(kiosk) {
  kiosk.showing?.stop();
  kiosk.showing = new ShowingCode(kiosk, "scan");
  kiosk.showing.turn("not_this");
  kiosk.stay();
}

/** @param {Kiosk} kiosk */
export const toCodeCamera = (kiosk) =>
  kiosk.camera
    ? html`<button class="choice show-code" @click=${() => new ShowingCode(kiosk, "code").open()}>
        ${icon("qr")} <span class="what">${t("code-show")}</span>
      </button>`
    : nothing;

/**
 * On the first screen, in every language. A handheld scanner needs no button, and nobody can know
 * whether one is plugged in.
 * @param {Kiosk} kiosk
 */
export const toSlipCamera = (kiosk) =>
  kiosk.camera && !kiosk.lost
    ? html`<button class="show-slip" @click=${() => new ShowingCode(kiosk, "slip").open()}>
        ${icon("qr")} ${inEach(kiosk.speakers, ({ t }) => t("slip-show"))}
      </button>`
    : nothing;
