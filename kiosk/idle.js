/** Notices when nobody is there any more: first asks, and only without an answer starts over. */
export const ANSWER_S = 30;

export class Idle {
  /** @param {{ quiet_s: number, ask: (left_s: number) => void, gone: () => void }} told */
  constructor({ quiet_s, ask, gone }) {
    this.quiet_s = quiet_s;
    this.ask = ask;
    this.gone = gone;
    this.asking = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    for (const event of ["pointerdown", "keydown", "wheel"]) {
      window.addEventListener(event, () => this.touched(), { passive: true, capture: true });
    }
  }

  start() {
    this.stop();
    this.timer = setTimeout(() => this.#count(ANSWER_S), this.quiet_s * 1000);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asking = false;
  }

  touched() {
    if (this.timer && !this.asking) this.start();
  }

  /** @param {number} left_s */
  #count(left_s) {
    this.asking = true;
    if (left_s === 0) {
      this.stop();
      this.gone();
      return;
    }
    this.ask(left_s);
    this.timer = setTimeout(() => this.#count(left_s - 1), 1000);
  }
}
