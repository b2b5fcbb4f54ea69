/** A person was asked for: that the team was told, and who comes once somebody has answered. */
import { api } from "ui/api.js";
import { language } from "ui/words.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** `by` names who comes. @typedef {{ state: "asking" | "told" | "coming" | "failed" | "closed", by: string }} Help */

export class Called {
  /** The call as the store knows it. @type {string | null} */
  #id = null;
  /** @type {Help} */
  #told = { state: "told", by: "" };

  /** @param {Kiosk} kiosk */
  constructor(kiosk) {
    this.kiosk = kiosk;
  }

  async person() {
    const { kiosk } = this;
    if (this.#id) {
      kiosk.help = this.#told;
      return;
    }
    if (kiosk.phase === "attract" && !kiosk.open) {
      kiosk.help = { state: "closed", by: "" };
      return;
    }
    kiosk.help = { state: "asking", by: "" };
    const step = kiosk.phase === "asking" ? kiosk.walk.step?.name : kiosk.phase;
    const body = { kiosk: kioskName(), step, language: language(), visit: kiosk.visit?.id };
    const { ok, body: call } = await api.post("/help", body, { key: kiosk.keyFor(body) });
    if (kiosk.called !== this) return;
    this.#id = ok ? call.id : null;
    if (kiosk.help) kiosk.help = ok ? this.#told : { state: "failed", by: "" };
    await this.ask();
  }

  /** Whether somebody has answered: asked with every news of the store. */
  async ask() {
    if (!this.#id || this.#told.state === "coming") return;
    const { ok, body } = await api.get(`/help/${this.#id}`);
    if (!ok || !body.answered || this.kiosk.called !== this) return;
    this.#told = { state: "coming", by: body.by ?? "" };
    if (this.kiosk.help) this.kiosk.help = this.#told;
  }
}

/** Which kiosk asks for a person, where a store has several: its page's address ends in `?kiosk=door`. */
const kioskName = () => new URLSearchParams(location.search).get("kiosk") ?? undefined;
