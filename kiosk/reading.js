/**
 * A paper shown to the camera or the scanner instead of a tap. The agent on this machine looks at the frames; what
 * comes back is what the store may know: the kind of paper, its dates. No picture is kept here.
 */
import { newKey, store } from "ui/api.js";
import { firstCode, hasCamera, slipIn } from "ui/codes.js";
import { classMap, html, nothing } from "ui/element.js";
import { dateOf } from "ui/format.js";
import { icon } from "ui/icons.js";
import { serverNow } from "ui/time.js";
import { language, t } from "ui/words.js";
import { aboutAgent, agentIsHere, asked } from "./agent.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./walk.js").Paper} Paper */
/** @typedef {import("./walk.js").Requirement} Requirement */
/** @typedef {import("./walk.js").Read} Read */
/** @typedef {"opening" | "looking" | "found" | "expired" | "not_yet" | "given_up" | "no_camera"
 *   | "scanned" | "not_this"} State */

const TRIES = 3;
const TRY_MS = 12_000;
/** A busy machine looks seldom: a try has so many looks at least, however long they take. */
const LOOKS_LEAST = 5;
const PAUSE_MS = 150;
const FOUND_MS = 900;
const CAMERA = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/** What this machine can read papers by: its agent by all, a browser alone by codes. */
export async function learnReaders() {
  if (!hasCamera()) return [];
  const readers = (await aboutAgent())?.readers ?? [];
  return readers.length ? readers : ["code"];
}

/** Something before the camera, for three tries; then the tap. What is looked for, each kind says. */
export class Showing {
  /** @param {Kiosk} kiosk @param {"reading" | "code" | "slip" | "scan"} words what it speaks with */
  constructor(kiosk, words) {
    this.kiosk = kiosk;
    this.words = words;
    /** @type {State} */
    this.state = "opening";
    this.hint = "";
    this.tries = 0;
    /** @type {MediaStream | null} */
    this.stream = null;
    this.over = false;
  }

  async open() {
    this.kiosk.showing = this;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: CAMERA });
    } catch {
      this.turn("no_camera");
      return;
    }
    if (this.over) this.#stopCamera();
    else await this.try();
  }

  /** One try: frames for some seconds, until one is certain. */
  async try() {
    this.tries += 1;
    this.hint = "";
    this.turn("looking");
    this.kiosk.stay();
    const video = await this.#picture();
    const until = Date.now() + TRY_MS;
    let looks = 0;
    const goesOn = () => !this.over && (looks++ < LOOKS_LEAST || Date.now() < until);
    const said = await this.look(video, goesOn);
    if (this.over) return;
    if (said) this.found(said);
    else this.turn(this.tries < TRIES ? "not_yet" : "given_up");
  }

  /**
   * @param {HTMLVideoElement} _video
   * @param {() => boolean} _goesOn
   * @returns {Promise<any>} what was seen, once that is certain
   */
  async look(_video, _goesOn) {
    return null;
  }

  /** @param {any} _said */
  found(_said) {}

  /** @returns {Promise<HTMLVideoElement>} */
  async #picture() {
    await this.kiosk.updateComplete;
    const video = /** @type {HTMLVideoElement} */ (this.kiosk.querySelector("#reading video"));
    if (video.srcObject !== this.stream) video.srcObject = this.stream;
    await video.play();
    return video;
  }

  stop() {
    this.over = true;
    this.#stopCamera();
    if (this.kiosk.showing === this) this.kiosk.showing = null;
  }

  #stopCamera() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }

  /** @param {string} hint */
  advise(hint) {
    this.hint = hint;
    this.kiosk.requestUpdate();
  }

  /** @param {State} state */
  turn(state) {
    this.state = state;
    this.kiosk.requestUpdate();
  }
}

export class ShowingPaper extends Showing {
  /**
   * @param {Kiosk} kiosk
   * @param {Requirement} requirement
   * @param {Paper[]} papers
   */
  constructor(kiosk, requirement, papers) {
    super(kiosk, "reading");
    this.requirement = requirement;
    this.papers = papers;
    /** @type {{ paper: string, read: Read } | null} */
    this.got = null;
  }

  /** What a handheld scanner has read, in every way it may be meant. @param {string[]} texts */
  async scan(texts) {
    this.turn("scanned");
    this.kiosk.stay();
    for (const text of texts) {
      const said = (await this.#askOfText(text)) ?? ofPatterns(this.kiosk, this.papers, text);
      if (this.over) return;
      if (said?.read) return this.found(said);
    }
    this.turn("not_this");
  }

  /** @param {string} text */
  #askOfText(text) {
    if (!agentIsHere()) return null;
    const paper = this.papers.map(({ id }) => id).join(",");
    const what = new URLSearchParams({ store: store(), paper });
    return asked(`/agent/scan?${what}`, { method: "POST", body: text });
  }

  /** @param {HTMLVideoElement} video @param {() => boolean} goesOn */
  look(video, goesOn) {
    return this.kiosk.readers.includes("mrz")
      ? this.#askOfFrames(video, goesOn)
      : this.#ownEyes(video, goesOn);
  }

  /**
   * What the agent makes of frame after frame.
   * @param {HTMLVideoElement} video
   * @param {() => boolean} goesOn
   */
  async #askOfFrames(video, goesOn) {
    const showing = newKey();
    while (goesOn()) {
      const said = await this.#ask(video, showing);
      if (this.over || said?.read) return said;
      if (said?.hint && said.hint !== this.hint) this.advise(said.hint);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return null;
  }

  /**
   * Without an agent's reader the browser sees codes, and only those.
   * @param {HTMLVideoElement} video
   * @param {() => boolean} goesOn
   */
  async #ownEyes(video, goesOn) {
    while (goesOn()) {
      // A reader that could not be fetched sees nothing: the tries run out, and the tap is there.
      const text = await firstCode(video, goesOn).catch(() => null);
      const said = text === null ? null : ofPatterns(this.kiosk, this.papers, text);
      if (said) return said;
      if (text !== null) this.advise("other_document");
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return null;
  }

  /**
   * @param {HTMLVideoElement} video
   * @param {string} showing
   */
  async #ask(video, showing) {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d")?.drawImage(video, 0, 0);
    const frame = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
    const paper = this.papers.map(({ id }) => id).join(",");
    const what = new URLSearchParams({ store: store(), paper, showing });
    return asked(`/agent/read?${what}`, { method: "POST", body: frame });
  }

  /** @param {{ paper: string, read: Read }} said */
  found(said) {
    this.got = said;
    if (said.read.expires && said.read.expires < dateOf(serverNow())) {
      this.turn("expired");
      return;
    }
    this.turn("found");
    setTimeout(() => this.take(), FOUND_MS);
  }

  /** Goes on with what was read. */
  take() {
    const { over, got } = this;
    if (over || !got) return;
    this.stop();
    this.kiosk.walked((walk) => walk.declareRead(this.requirement, got.paper, got.read));
  }
}

/**
 * Without an agent a page knows codes by the patterns of config.toml, and nothing else.
 * @param {Kiosk} kiosk
 * @param {Paper[]} papers
 * @param {string} text
 */
function ofPatterns(kiosk, papers, text) {
  const fits = papers.find(({ id, reads }) => {
    if (!reads.includes("code")) return false;
    const { code_patterns } = kiosk.about.papers.find((/** @type {any} */ one) => one.id === id);
    return code_patterns.some((/** @type {string} */ one) => matches(one, text));
  });
  return fits ? { paper: fits.id, read: { kind: "code", ok: true } } : null;
}

/** A pattern is Python's, and nearly always a browser's too. @param {string} pattern @param {string} text */
function matches(pattern, text) {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}

/**
 * A handheld scanner has read something: a slip brings its answers back, a paper that is asked for
 * now is taken instead of a tap.
 * @param {Kiosk} kiosk
 * @param {string[]} texts what it may be
 * @returns {boolean} whether it is something of use here
 */
export function takeScanned(kiosk, texts) {
  const slip = texts.map(slipIn).find(Boolean);
  if (slip) {
    window.dispatchEvent(new CustomEvent("foyer:slip", { detail: { code: slip } }));
    return true;
  }
  const step = kiosk.phase === "asking" ? kiosk.walk.step : null;
  if (step?.name !== "paper") return false;
  const papers = step.requirement.any.map((id) => kiosk.walk.paper(id));
  const readable = papers.filter(({ reads }) => reads.length > 0);
  if (readable.length === 0) return false;
  kiosk.showing?.stop();
  const showing = new ShowingPaper(kiosk, step.requirement, readable);
  kiosk.showing = showing;
  showing.scan(texts);
  return true;
}

/**
 * The way to the camera, where a paper of this group can be read and this machine reads.
 * @param {Kiosk} kiosk
 * @param {Requirement} requirement
 * @param {Paper[]} papers
 */
export function toCamera(kiosk, requirement, papers) {
  const readable = papers.filter(({ reads }) => reads.some((by) => kiosk.readers.includes(by)));
  if (readable.length === 0) return nothing;
  const show = () => new ShowingPaper(kiosk, requirement, readable).open();
  return html`
    <button class="choice to-camera" @click=${show}>
      <span class="plate arch">${icon("camera")}</span>
      <span class="what">
        <strong>${t("reading-show")}</strong>
        <small>${t("reading-show-means")}</small>
      </span>
    </button>
  `;
}

/** @param {Kiosk} kiosk */
export function readingDialog(kiosk) {
  const showing = kiosk.showing;
  const state = showing?.state ?? "opening";
  const words = showing?.words ?? "reading";
  const live = ["opening", "looking", "found"].includes(state) && showing?.stream !== null;
  return html`
    <dialog
      class="ask reading"
      id="reading"
      data-state=${state}
      aria-labelledby="reading-title"
      @cancel=${() => showing?.stop()}
    >
      <h2 id="reading-title">${t(`${words}-${state}`)}</h2>
      <div class=${classMap({ sight: true, hidden: !live })}>
        <video muted playsinline></video>
        ${state === "found" ? html`<span class="plate arch">${icon("check")}</span>` : nothing}
      </div>
      ${state === "found" && !live ? html`<span class="plate arch">${icon("check")}</span>` : nothing}
      <p role="status">${means(showing, state)}</p>
      <div class="answers">${answers(showing, state)}</div>
    </dialog>
  `;
}

/** @param {Showing | null} showing @param {State} state */
function means(showing, state) {
  const words = showing?.words ?? "reading";
  if (state === "looking") return t(`${words}-hint-${showing?.hint || "not_found"}`);
  if (showing instanceof ShowingPaper && state === "expired")
    return t("reading-expired-means", { day: inWords(showing.got?.read.expires) });
  return t(`${words}-${state}-means`);
}

/** @param {string | undefined} day */
const inWords = (day) =>
  day
    ? new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(day),
      )
    : "";

/** @param {Showing | null} showing @param {State} state */
function answers(showing, state) {
  const again = (/** @type {string} */ words) =>
    html`<button class="act" @click=${() => showing?.try()}>${t(words)}</button>`;
  const tap = (/** @type {string} */ kind) =>
    html`<button class=${kind} @click=${() => showing?.stop()}>
      ${t(`${showing?.words ?? "reading"}-tap`)}
    </button>`;
  switch (state) {
    case "found":
    case "scanned":
      return nothing;
    case "expired":
      return html`${showing?.stream ? again("reading-another") : tap("act")}
        <button class="quiet" @click=${() => showing instanceof ShowingPaper && showing.take()}>
          ${t("reading-go-on")}
        </button>`;
    case "not_yet":
      return html`${again("reading-again")} ${tap("quiet")}`;
    case "given_up":
    case "not_this":
    case "no_camera":
      return tap("act");
    default:
      return tap("quiet");
  }
}
