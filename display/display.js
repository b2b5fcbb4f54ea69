/**
 * The waiting-room TV. Left: who is called now. Right: last called, and who is next at each
 * counter. Below: how long it takes, and why. It never shows a name.
 */
import { api } from "ui/api.js";
import { chime, whenSilent } from "ui/chime.js";
import { FoyerElement, html, keyed, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { watch } from "ui/live.js";
import { everySecond, serverNow } from "ui/time.js";
import { languages, loadWords } from "ui/words.js";
import { Announcer, keyOf } from "./announcer.js";
import { theCall } from "./called_panel.js";
import { lastCalled, nextByCounter } from "./lists.js";
import { quiet } from "./quiet.js";
import { isLong, label, loadTongues, tongues } from "./tongues.js";
import { notice, waits } from "./waits_strip.js";

/** Who switches the TV on stands before it for this long; afterwards the room is the customers'. */
const INSTALLER_MS = 60_000;

class FoyerDisplay extends FoyerElement {
  static properties = {
    about: { state: true },
    board: { state: true },
    announced: { state: true },
    silent: { state: true },
    justSwitchedOn: { state: true },
    staleSince: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.about = null;
    /** @type {any} */
    this.board = null;
    /** @type {import("./announcer.js").Call | null} */
    this.announced = null;
    this.silent = false;
    this.justSwitchedOn = true;
    /** @type {number | null} */
    this.staleSince = null;
    this.announcer = new Announcer((call) => this.announce(call));
  }

  connectedCallback() {
    super.connectedCallback();
    whenSilent((silent) => (this.silent = silent));
    window.addEventListener("foyer:stale", (event) => {
      this.staleSince = /** @type {CustomEvent} */ (event).detail.since;
    });
    everySecond(() => this.requestUpdate());
    setTimeout(() => (this.justSwitchedOn = false), INSTALLER_MS);
    watch("board", (board) => this.show(board));
    stayAwake();
    this.learn();
  }

  async learn() {
    await Promise.all([loadWords(languages()[0], ["floor", "display"]), loadTongues()]);
    this.requestUpdate();
    while (!this.about) this.about = await api.about().catch(later);
  }

  /** @param {import("ui/views.js").BoardView} board */
  show(board) {
    this.board = board;
    this.announcer.hear(board.called);
  }

  /** @param {import("./announcer.js").Call | null} call */
  announce(call) {
    this.announced = call;
    if (call) chime();
  }

  render() {
    if (!tongues().length) return nothing;
    return html`${this.header()} ${this.board ? this.room(this.board) : nothing}`;
  }

  header() {
    return html`<header class="top">
      <h1 class="store ${isLong(this.storeName()) ? "long" : ""}">${this.storeName()}</h1>
      ${this.about?.demo ? html`<p class="demo">${label("display-demo")}</p>` : nothing}
      ${
        this.silent && this.justSwitchedOn
          ? html`<p class="sound-off">
              ${icon("speaker-off")} ${tongues()[0].t("display-sound-off")}
            </p>`
          : nothing
      }
      <time class="clock num">${this.board ? clock(serverNow()) : ""}</time>
    </header>`;
  }

  storeName() {
    const name = (this.about ?? this.board?.store)?.name;
    return name ? tongues()[0].pick(name) : "";
  }

  /** @param {import("ui/views.js").BoardView} board */
  room(board) {
    if (isShut(board)) return html`<main class="hero hero-alone">${quiet(board)}</main>`;
    const note = this.staleSince === null ? notice(board, this.about) : staleSince(this.staleSince);
    const noted = note !== nothing;
    const call = heroOf(board, this.announced);
    return html`<main class="hero">${call ? this.call(call) : quiet(board)}</main>
      <aside class="side">${lastCalled(board, call, noted)} ${nextByCounter(board, noted)}</aside>
      <footer class="strip">${note} ${waits(board)}</footer>`;
  }

  /** @param {import("./announcer.js").Call} call */
  call(call) {
    return keyed(keyOf(call), theCall(call, this.counter(call.counter), this.announced !== null));
  }

  /**
   * Where the counter is (`where`) is in the store's description, the rest on the board.
   * @param {string} id
   */
  counter(id) {
    const known = (/** @type {any} */ counter) => counter.id === id;
    return { ...this.about?.counters.find(known), ...this.board.counters.find(known) };
  }
}

/**
 * The last call stays until the next, also when its customer was quick, as long as somebody who waits
 * may look up.
 * @param {import("ui/views.js").BoardView} board
 * @param {import("./announcer.js").Call | null} announced
 */
function heroOf({ called, last, services, counters }, announced) {
  const waited = services.some((/** @type {any} */ { waiting }) => waiting);
  const served = counters.some((/** @type {any} */ { state }) => state === "open");
  return announced ?? called[0] ?? (waited && served ? last[0] : null) ?? null;
}

/** @param {import("ui/views.js").BoardView} board */
const isShut = (board) =>
  !board.open &&
  !board.called.length &&
  !board.services.some((/** @type {any} */ service) => service.waiting);

/** @param {number} since */
const staleSince = (since) =>
  html`<p class="notice stale-notice" role="status">
    ${icon("signal-lost")} ${label("display-stale", () => ({ time: clock(since) }))}
  </p>`;

const later = () => new Promise((resolve) => setTimeout(resolve, 2000, null));

/** Where the browser lets a page keep the screen on (localhost, HTTPS); elsewhere the TV's own setting does. */
async function stayAwake() {
  const lock = () => navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", () => document.hidden || lock());
  await lock();
}

customElements.define("foyer-display", FoyerDisplay);
