/** The touchscreen: who is here, what they were asked, what the store answered, what is shown. */
import { api, newKey, problemText } from "ui/api.js";
import { seesCamera } from "ui/codes.js";
import { FoyerElement, html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { watch } from "ui/live.js";
import { everySecond } from "ui/time.js";
import { language, languages, learnLanguages, loadWords, t } from "ui/words.js";
import { aboutAgent, agentIsHere } from "./agent.js";
import * as appointments from "./appointment.js";
import { followArrows, isSeen } from "./arrows.js";
import { attract } from "./attract.js";
import { Called } from "./calling.js";
import * as comforts from "./comfort.js";
import { stillThere, toAPerson } from "./dialogs.js";
import { bottom, doors, top } from "./frame.js";
import { Idle } from "./idle.js";
import { followKept, keptTicket, watchKept } from "./kept.js";
import { examplesDialog } from "./examples.js";
import { keepFitting } from "./more.js";
import { learnReaders, readingDialog, takeScanned } from "./reading.js";
import { bringBack, codeInAddress, forgetCodeInAddress, secretIn } from "./resume.js";
import { listenToScanner } from "./scanner.js";
import { sayNotOurs } from "./showing_code.js";
import * as steps from "./steps.js";
import { ignoreSecondTaps } from "./taps.js";
import { ending } from "./ticket.js";
import { typing } from "./typing.js";
import { verdict } from "./verdict.js";
import { Waits } from "./waits.js";
import { Walk } from "./walk.js";

const WORDS = ["appointments", "floor", "kept", "kiosk", "printing", "reading"];
const AGAIN_MS = 2000;
/** With the server away the agent keeps the ticket's request, and people look at the papers. */
const UNJUDGED = { ok: true, status: 200, body: { verdict: "ready" } };

/** @typedef {"attract" | "asking" | "appointment" | "sending" | "trouble" | "refused" | "verdict" | "kept" | "ending"} Phase */

export class FoyerKiosk extends FoyerElement {
  static properties = {
    phase: { state: true },
    board: { state: true },
    speakers: { state: true },
    lost: { state: true },
    help: { state: true },
    languageOpen: { state: true },
    idle_left_s: { state: true },
    showing: { state: true },
    kept_lately: { state: true },
    printed: { state: true },
    visit: { state: true },
    sorry: { state: true },
    examples: { state: true },
    coming: { state: true },
    booking: { state: true },
    typing: { state: true },
  };

  constructor() {
    super();
    /** @type {Phase} */
    this.phase = "attract";
    /** @type {any} */
    this.about = null;
    /** What each language offers. @type {Record<string, import("./walk.js").Service[]>} */
    this.offered = {};
    /** @type {import("ui/words.js").Speaker[]} */
    this.speakers = [];
    /** @type {any} */
    this.board = null;
    this.lost = false;
    this.outdated = false;
    this.waits = new Waits();
    /** What there is to say of a person who was asked for. @type {import("./calling.js").Help | null} */
    this.help = null;
    this.called = new Called(this);
    this.idle_left_s = 0;
    /** What this machine reads papers by. @type {string[]} */
    this.readers = [];
    /** Whether codes can be shown to this machine. */
    this.camera = false;
    /** The receipt printer beside this kiosk. @type {{ dots: number } | null} */
    this.printer = null;
    /** A paper or a code before the camera. @type {import("./reading.js").Showing | null} */
    this.showing = null;
    /** The next days the store opens. @type {import("ui/coming_days.js").ComingDay[]} */
    this.coming = [];
    /** Codes given out while the server was away. @type {import("./agent.js").KeptTicket[]} */
    this.kept_lately = [];
    this.#forget();
  }

  /** Nothing of one customer is left for the next. */
  #forget() {
    /** @type {Walk} */
    this.walk = new Walk(this.about ?? { needs: [] });
    /** @type {any} */
    this.visit = null;
    /** What the agent keeps until the server is back. @type {import("./agent.js").KeptTicket | null} */
    this.kept = null;
    /** @type {any} */
    this.verdict = null;
    /** Whether something missing has turned up since the ticket. */
    this.fixed = false;
    /** What could not be done about a paper, in words. */
    this.sorry = "";
    /** Pictures of what counts as one of these. @type {import("./examples.js").Shown | null} */
    this.examples = null;
    /** @type {any} */
    this.problem = null;
    /** An appointment's number, and what came of it. @type {import("./appointment.js").Booking | null} */
    this.booking = null;
    /** What is being typed, to be compared. @type {import("./typing.js").Typing | null} */
    this.typing = null;
    /** One key for each thing asked, so that asking it twice is asking it once. @type {Map<string, string>} */
    this.keys = new Map();
    this.showing?.stop();
    /** @type {import("./printing.js").Printed} */
    this.printed = null;
    /** Once more after the printer stopped. */
    this.printedTwice = false;
    this.help = null;
    this.called = new Called(this);
    /** Whether somebody has begun without choosing a language. */
    this.languageOpen = false;
    this.idle_left_s = 0;
    comforts.reset();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#open();
  }

  async #open() {
    try {
      await loadWords(languages()[0], WORDS);
      await learnLanguages(WORDS, (speakers) => (this.speakers = speakers));
      await this.#learn();
      this.readers = await learnReaders();
      this.camera = await seesCamera().catch(() => false);
      this.printer = (await aboutAgent())?.printer ?? null;
    } catch {
      setTimeout(() => this.#open(), AGAIN_MS);
      return;
    }
    this.idle = new Idle({
      quiet_s: this.about.times.kiosk_idle_s,
      ask: (left_s) => (this.idle_left_s = left_s),
      gone: () => this.startOver(),
    });
    ignoreSecondTaps(this);
    listenToScanner((texts) => this.scanned(texts) || sayNotOurs(this));
    window.addEventListener("foyer:slip", (event) =>
      this.resume(/** @type {CustomEvent} */ (event).detail.code),
    );
    window.addEventListener("contextmenu", (event) => event.preventDefault());
    followArrows(this, () => this.canGoBack && this.back());
    window.addEventListener("foyer:stale", (event) => this.#heard(event));
    watch("board", (board) => {
      this.board = board;
      this.called.ask();
    });
    if (agentIsHere()) watchKept(this);
    everySecond(() => this.requestUpdate());
    keepFitting(this);
    await this.startOver();
    const code = codeInAddress();
    if (code) {
      forgetCodeInAddress();
      await this.resume(code);
    }
  }

  /** The server was away: it may have come back with another config.toml. */
  async #learnAgain() {
    try {
      await this.#learn();
      this.outdated = false;
    } catch {
      // The next customer finds what was known before; the one after may be luckier.
    }
  }

  async #learn() {
    this.about = await api.about();
    const answers = await Promise.all(
      languages().map((lang) => api.get(`/services?language=${lang}`)),
    );
    if (answers.some(({ ok }) => !ok)) throw new Error("the services are not known");
    this.offered = Object.fromEntries(
      languages().map((lang, index) => [lang, answers[index].body.items]),
    );
  }

  /** @param {Event} event */
  #heard(event) {
    this.lost = /** @type {CustomEvent} */ (event).detail.since !== null;
    if (this.lost) return;
    api.forgetAbout();
    this.outdated = true;
    if (this.phase === "attract") this.startOver();
  }

  get services() {
    return this.offered[language()] ?? [];
  }

  get open() {
    return this.board ? this.board.open : this.about.open;
  }

  get opensNext() {
    return (this.board ?? this.about).opens_next;
  }

  get canGoBack() {
    return ["asking", "appointment", "verdict", "refused"].includes(this.phase);
  }

  /**
   * @param {string} lang
   * @returns {Promise<boolean>} whether whoever began is still the one who is here
   */
  async begin(lang) {
    const { walk } = this;
    await loadWords(lang, WORDS);
    if (walk !== this.walk) return false;
    this.phase = "asking";
    this.idle?.start();
    return true;
  }

  /** A service was touched before a language. @param {string} id */
  async beginWith(id) {
    if (!(await this.begin(languages()[0]))) return;
    this.languageOpen = languages().length > 1;
    const service = this.services.find((one) => one.id === id);
    if (service) this.walked((walk) => walk.choose(service));
  }

  /** The same step in another language. @param {string} lang */
  async speak(lang) {
    await loadWords(lang, WORDS);
    this.walk.inLanguageOf(this.services);
    this.requestUpdate();
  }

  /** Whether the button to a person leads anywhere. */
  get personCanBeAsked() {
    return this.phase !== "attract" || this.open || Boolean(this.about.phone);
  }

  /**
   * A slip or a ticket was scanned, or its link opened: `code` is its address, or the secret in it.
   * @param {string} code
   * @returns {Promise<boolean>} whether it is one of ours to look up
   */
  async resume(code) {
    const secret = secretIn(code);
    if (!secret) return false;
    await this.startOver();
    this.phase = "sending";
    await bringBack(this, secret);
    return true;
  }

  /**
   * What a scanner or the camera has read: an appointment's number, a ticket or slip, a paper.
   * @param {string[]} texts what it may be
   * @returns {boolean} whether anything came of it
   */
  scanned(texts) {
    return appointments.takeCode(this, texts) || takeScanned(this, texts);
  }

  /** A change that stays on this step. @param {(walk: Walk) => void} change */
  changed = (change) => {
    change(this.walk);
    this.requestUpdate();
  };

  /** @param {(walk: Walk) => void} took */
  walked(took) {
    if (this.phase === "sending") return;
    const before = this.walk.step;
    took(this.walk);
    if (this.walk.hasToldPapers(before)) this.judge();
    else this.#onward();
  }

  #onward() {
    if (this.walk.step) this.phase = "asking";
    else this.send();
    this.requestUpdate();
  }

  /** What to do about papers that are missing. @param {string} choice */
  choose(choice) {
    if (this.phase === "sending") return;
    this.walk.choice = choice;
    // Whoever comes another day waits for nothing here: nothing makes that easier.
    if (choice === "come_back") this.send();
    else this.#onward();
  }

  back() {
    if (this.phase === "appointment") return appointments.goBack(this);
    if (this.phase !== "asking") this.phase = "asking";
    this.typing = null;
    if (this.walk.at === 0) this.startOver();
    else this.walk.back();
    this.requestUpdate();
  }

  async startOver() {
    this.idle?.stop();
    this.#forget();
    this.phase = "attract";
    // Also where it is spoken now: another may be on its way.
    await loadWords(languages()[0], WORDS);
    if (this.outdated) await this.#learnAgain();
    this.requestUpdate();
  }

  /**
   * What is missing is news, not an error: it is said before a ticket is asked for, and before
   * anything that only matters to somebody who waits.
   */
  async judge() {
    const { service, answers, papers } = this.walk.request(language());
    const judged = await this.#untilAnswered(async () => {
      // Known to be away: a verdict would only be waited for.
      if (this.lost && agentIsHere()) return UNJUDGED;
      const answer = await api.post("/papers/verdict", { service, answers, papers });
      return agentIsHere() && [0, 503].includes(answer.status) ? UNJUDGED : answer;
    });
    if (judged?.ok && judged.body.verdict === "ready") this.#onward();
    else if (judged) this.#answered(judged);
  }

  /** Asks for the ticket. */
  async send() {
    const body = this.walk.request(language());
    const key = this.keyFor(body);
    const answer = await this.#untilAnswered(() => api.post("/visits", body, { key }));
    if (answer?.status === 202) this.#keep(answer.body, key);
    else if (answer) this.#answered(answer);
  }

  /**
   * Goes on asking while the server cannot be reached.
   * @param {() => Promise<import("ui/api.js").Answer>} ask
   * @returns {Promise<import("ui/api.js").Answer | null>} nothing once nobody waits for it any more
   */
  async #untilAnswered(ask) {
    const walk = this.walk;
    const stillHere = () => walk === this.walk && ["sending", "trouble"].includes(this.phase);
    this.phase = "sending";
    for (;;) {
      const answer = await ask();
      if (!stillHere()) return null;
      if (answer.status !== 0 && answer.status < 500) return answer;
      this.phase = "trouble";
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      if (!stillHere()) return null;
    }
  }

  /** @param {unknown} body */
  keyFor(body) {
    const text = JSON.stringify(body);
    const key = this.keys.get(text) ?? newKey();
    this.keys.set(text, key);
    return key;
  }

  /** @param {import("ui/api.js").Answer} answer */
  #answered({ ok, body }) {
    if (ok && body.id) {
      this.end(body);
    } else if (ok || body.code === "papers_not_ready") {
      this.verdict = ok ? body : body.verdict;
      this.walk.learn(this.verdict.items);
      this.phase = "verdict";
      this.#learnComing();
    } else {
      this.refuse(body);
    }
  }

  /** @param {import("ui/views.js").VisitView} visit */
  end(visit) {
    this.visit = visit;
    this.walk.learn(visit.papers.items);
    this.phase = "ending";
  }

  /** The customer has it now. @param {string} paper */
  async declare(paper) {
    this.fixed = await this.#tell("declare", { papers: { [paper]: "have" } });
    this.requestUpdate();
  }

  /** @param {"return" | "cancel"} what */
  async decide(what) {
    if (what === "cancel") await this.#learnComing();
    await this.#tell(what, {});
  }

  /** @param {string} what @param {any} body */
  async #tell(what, body) {
    this.idle?.start();
    const { walk, visit } = this;
    const secret = visit.follow_url.split("/").pop();
    const answer = await api.post(`/visits/${visit.id}/${what}`, body, { secret });
    if (walk !== this.walk) return false;
    this.sorry = answer.ok ? "" : answer.status ? problemText(answer.body) : t("kiosk-trouble");
    if (answer.ok) this.end({ ...visit, ...answer.body });
    return answer.ok;
  }

  async #learnComing() {
    const { ok, body } = await api.get("/coming-days");
    if (ok) this.coming = body.items;
  }

  /** @param {any} problem */
  refuse(problem) {
    this.problem = problem;
    this.phase = "refused";
  }

  /** @param {import("./agent.js").KeptTicket} kept @param {string} key */
  #keep(kept, key) {
    this.kept = kept;
    this.phase = "kept";
    followKept(this, key);
  }

  async askPerson() {
    this.idle?.start();
    await this.called.person();
  }

  helpSeen() {
    this.help = null;
    // Before anybody has begun, whoever asks next may be somebody else.
    if (this.phase !== "attract") return;
    this.called = new Called(this);
    this.keys.clear();
    this.idle?.stop();
  }

  stay() {
    this.idle_left_s = 0;
    this.idle?.start();
  }

  /** @param {comforts.Comfort} name */
  comfort(name) {
    comforts.toggle(name);
    this.idle?.start();
    this.requestUpdate();
  }

  render() {
    if (!this.about) return nothing;
    return html`
      <div class="frame" data-phase=${this.phase}>
        ${this.phase === "attract" ? nothing : top(this)}
        <div class="room"><main>${this.#main()}</main></div>
        ${bottom(this)}
      </div>
      ${stillThere(this)} ${toAPerson(this)} ${readingDialog(this)} ${examplesDialog(this)}
    `;
  }

  #main() {
    if (this.phase === "attract") return attract(this);
    return html`${doors(this)} ${this.#step()}`;
  }

  #step() {
    switch (this.phase) {
      case "asking":
        return html`${steps.remembered(this)} ${this.#asked()}`;
      case "appointment":
        return appointments.appointment(this);
      case "verdict":
        return verdict(this);
      case "kept":
        return keptTicket(this);
      case "ending":
        return ending(this);
      case "trouble":
        return said("signal-lost", t("kiosk-trouble"), t("kiosk-trouble-means"));
      case "refused":
        return said("info", problemText(this.problem), t("kiosk-refused-means"));
      default:
        return said("hourglass", t("ui-loading"), "");
    }
  }

  #asked() {
    const step = this.walk.step;
    switch (step.name) {
      case "service":
        return steps.service(this);
      case "question":
        return steps.question(this, step.question);
      case "paper":
        return steps.paper(this, step.requirement);
      case "typed":
        return typing(this, step.question);
      case "needs":
        return steps.needs(this);
      case "again":
        return steps.again(this);
    }
  }

  updated() {
    this.#show("idle", this.idle_left_s > 0);
    this.#show("help", this.help !== null);
    this.#show("reading", this.showing !== null);
    this.#show("examples", this.examples !== null);
    const place = `${this.phase} ${this.walk.at} ${language()} ${Boolean(this.booking?.found)}`;
    if (place !== this.place) this.#arrive();
    this.place = place;
  }

  /** @param {string} id @param {boolean} wanted */
  #show(id, wanted) {
    const dialog = /** @type {HTMLDialogElement | null} */ (this.querySelector(`#${id}`));
    if (!dialog || dialog.open === wanted) return;
    if (wanted) dialog.showModal();
    else dialog.close();
  }

  /** A new step begins at its top, and says what it is to whoever hears rather than sees. */
  #arrive() {
    const choices = [...this.querySelectorAll(".choices button, .languages button")];
    const first = byKeyboard() && choices.find(isSeen);
    for (const list of this.querySelectorAll("main .pages")) list.scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (first || this.querySelector("h1"))?.focus();
  }
}

/** @param {string} drawing @param {string} title @param {string} lead */
const said = (drawing, title, lead) => html`
  <div class="said" role="status">
    <span class="plate arch">${icon(drawing)}</span>
    <h1 id="title" tabindex="-1">${title}</h1>
    <p class="lead">${lead}</p>
  </div>
`;

const byKeyboard = () => document.documentElement.dataset.input === "keys";
for (const [event, input] of /** @type {const} */ ([
  ["keydown", "keys"],
  ["pointerdown", "touch"],
])) {
  window.addEventListener(event, () => (document.documentElement.dataset.input = input), true);
}

customElements.define("foyer-kiosk", FoyerKiosk);
