/**
 * One customer's way through the kiosk: what is asked, in which order, and what was answered.
 * It knows nothing of the screen; a new customer is a new Walk, so nothing is left of the last.
 */
import { dateOf } from "ui/format.js";
import { serverNow } from "ui/time.js";

/** @typedef {{ id: string, text: string, answers: { id: string, text: string }[] }} Question */
/** Typed, and compared with a paper that was just read. @typedef {{ id: string, text: string }} TypedQuestion */
/** @typedef {{ any: string[], when: Record<string, string[]>, count: number }} Requirement */
/** @typedef {{ id: string, name: string, what_counts: string, icon: string, form: string,
 *   max_age_days: number | null, must_not_expire_within_days: number | null,
 *   must_match: string | null, reads: string[],
 *   if_missing: string, fix: string | null }} Paper */
/** What a reader may tell of a paper.
 * @typedef {{ kind: string, ok: boolean, issued?: string, expires?: string, match?: string }} Read */
/** @typedef {"have" | "missing" | "unsure" | { read: Read }} Said */
/** @typedef {{ id: string, name: string, icon: string, prefix: string, open: boolean,
 *   questions: Question[], typed: TypedQuestion[], requirements: Requirement[],
 *   papers: Paper[] }} Service */
/** What the store says of a paper. @typedef {{ paper: string, status: string, reason: string | null }} Item */
/** What a slip of an earlier visit brings back.
 * @typedef {{ answers: Record<string, string>, papers: Item[], needs: string[] }} Slip */
/** A requirement as it stands: what is there, and of what so many are lacking.
 * @typedef {{ requirement: Requirement, had: Paper[], open: Paper[], lacking: number }} Standing */
/** @typedef {{ name: "service" } | { name: "question", question: Question }
 *   | { name: "paper", requirement: Requirement } | { name: "typed", question: TypedQuestion } | { name: "needs" } | { name: "again" }} Step */

const UNSURE = "unsure";
const HAVE = ["declared", "read", "seen"];

export class Walk {
  /** @param {{ needs: { id: string }[] }} about */
  constructor(about) {
    this.about = about;
    /** @type {Service | null} */
    this.service = null;
    /** @type {Record<string, string>} */
    this.answers = {};
    /** What was said to each requirement: papers' ids, "none" or "unsure". @type {Map<string, string[]>} */
    this.said = new Map();
    /** What the store made of each paper. @type {Map<string, Item>} */
    this.judged = new Map();
    /** What a slip told, so that it is not asked again. @type {Set<string>} */
    this.known = new Set();
    this.resumed = false;
    /** The appointment it is for. @type {string | null} */
    this.appointment = null;
    /** What the camera saw, by paper. @type {Map<string, Read>} */
    this.reads = new Map();
    /** Hashes of what was typed, by question. @type {Map<string, string>} */
    this.typed = new Map();
    /** @type {Set<string>} */
    this.needs = new Set();
    /** What was decided about papers that are missing. @type {string | null} */
    this.choice = null;
    this.at = 0;
  }

  /** @returns {Step[]} */
  get steps() {
    const { service } = this;
    if (!service) return [{ name: "service" }];
    const asked = this.#allSteps(service).filter((step) => !this.known.has(stepKey(step)));
    return this.resumed && !asked.length ? [{ name: "again" }] : asked;
  }

  /** @param {Service} service @returns {Step[]} */
  #allSteps(service) {
    return [
      { name: "service" },
      ...service.questions.map((question) => /** @type {Step} */ ({ name: "question", question })),
      ...this.#paperSteps(service),
      ...(this.about.needs.length ? [/** @type {Step} */ ({ name: "needs" })] : []),
    ];
  }

  /**
   * A typed question comes right behind the first paper that it is compared with, and only once
   * that was read.
   * @param {Service} service
   */
  #paperSteps(service) {
    /** @type {Step[]} */
    const steps = [];
    /** @type {Set<TypedQuestion>} */
    const typed = new Set();
    for (const requirement of this.asked) {
      steps.push({ name: "paper", requirement });
      const said = this.saidTo(requirement);
      const had = requirement.any.filter((paper) => said.includes(paper));
      for (const question of service.typed) {
        if (typed.has(question) || !this.#readFor(question, had).length) continue;
        typed.add(question);
        steps.push({ name: "typed", question });
      }
    }
    return steps;
  }

  /**
   * Hashes of what was read of these papers, where the question is about them.
   * @param {TypedQuestion} question
   * @param {Iterable<string>} papers
   */
  #readFor({ id }, papers) {
    return [...papers]
      .filter((paper) => this.paper(paper).must_match === id)
      .flatMap((paper) => this.reads.get(paper)?.match ?? []);
  }

  /** @param {TypedQuestion} question @param {string} match */
  differs(question, match) {
    return this.#readFor(question, this.reads.keys()).some((read) => read !== match);
  }

  /** The step shown now; undefined once everything has been asked. */
  get step() {
    return this.steps[this.at];
  }

  /** Requirements that matter after these answers, without those earlier papers already meet. */
  get asked() {
    const asked = [];
    const have = new Set();
    for (const requirement of this.service?.requirements ?? []) {
      if (!this.#applies(requirement)) continue;
      if (requirement.any.filter((paper) => have.has(paper)).length >= requirement.count) continue;
      asked.push(requirement);
      for (const said of this.saidTo(requirement)) have.add(said);
    }
    return asked;
  }

  /** @param {Requirement} requirement */
  #applies({ when }) {
    return Object.entries(when).every(([question, wanted]) => {
      const answer = this.answers[question];
      return answer === undefined || wanted.includes(answer);
    });
  }

  /** @param {Service} service */
  choose(service) {
    if (service.id !== this.service?.id) {
      this.answers = {};
      this.said = new Map();
      this.reads = new Map();
      this.typed = new Map();
      this.judged = new Map();
      this.appointment = null;
    }
    this.service = service;
    this.at = 1;
  }

  /** The same way in another language. @param {Service[]} services */
  inLanguageOf(services) {
    this.service = services.find(({ id }) => id === this.service?.id) ?? null;
    if (!this.service) this.at = 0;
  }

  /** @param {Service} service @param {{ id: string, needs: string[] }} appointment */
  book(service, { id, needs }) {
    this.choose(service);
    this.appointment = id;
    this.needs = new Set(needs);
  }

  /** @param {string} question @param {string} answer */
  answer(question, answer) {
    this.answers = { ...this.answers, [question]: answer };
    this.at += 1;
  }

  /** @param {string} question @param {string | null} match nothing where there is nothing to compare */
  type(question, match) {
    if (match === null) this.typed.delete(question);
    else this.typed.set(question, match);
    this.at += 1;
  }

  /** @param {Requirement} requirement @param {string} said */
  declare(requirement, said) {
    for (const paper of requirement.any) this.reads.delete(paper);
    this.said.set(keyOf(requirement), [said]);
    this.at += 1;
  }

  /**
   * One more of several, or one less.
   * @param {Requirement} requirement
   * @param {string} paper
   */
  pickPaper(requirement, paper) {
    const picked = this.saidTo(requirement).filter((said) => requirement.any.includes(said));
    const less = picked.filter((said) => said !== paper);
    this.said.set(
      keyOf(requirement),
      less.length < picked.length ? less : [...picked, paper].slice(-requirement.count),
    );
  }

  /** @param {Requirement} requirement @param {string} paper @param {Read} read */
  declareRead(requirement, paper, read) {
    if (requirement.count > 1) {
      if (!this.saidTo(requirement).includes(paper)) this.pickPaper(requirement, paper);
    } else {
      this.declare(requirement, paper);
    }
    this.reads.set(paper, read);
  }

  /** @param {Requirement} requirement @returns {string[]} */
  saidTo(requirement) {
    return this.said.get(keyOf(requirement)) ?? [];
  }

  /** What the store says of the papers counts for more than what was tapped. @param {Item[]} items */
  learn(items) {
    this.judged = new Map(items.map((item) => [item.paper, item]));
  }

  /**
   * A slip brings everything back: only what was missing is asked.
   * @param {Service} service
   * @param {Slip} slip
   */
  resume(service, slip) {
    this.service = service;
    this.answers = slip.answers;
    this.needs = new Set(slip.needs);
    this.learn(slip.papers);
    this.resumed = true;
    this.known = new Set(["service", "needs"]);
    for (const question of service.questions)
      if (question.id in slip.answers) this.known.add(stepKey({ name: "question", question }));
    for (const requirement of service.requirements) {
      const had = requirement.any.filter((paper) => this.has(paper)).slice(0, requirement.count);
      if (had.length) this.said.set(keyOf(requirement), had);
      if (had.length === requirement.count) this.known.add(stepKey({ name: "paper", requirement }));
    }
  }

  /** Something has changed since the slip: all of it is asked, with what was answered before. */
  askAgain() {
    this.known.clear();
    this.at = 1;
  }

  /** @param {string} need */
  toggle(need) {
    if (!this.needs.delete(need)) this.needs.add(need);
  }

  next() {
    this.at += 1;
  }

  back() {
    this.choice = null;
    this.at -= 1;
  }

  /**
   * Papers are judged as soon as they are told, before anything else is asked.
   * @param {Step | undefined} before the step that was just answered
   */
  hasToldPapers(before) {
    const told = ABOUT_PAPERS.includes(before?.name ?? "");
    return told && !ABOUT_PAPERS.includes(this.step?.name ?? "") && !isEmpty(this.papers);
  }

  /** @returns {Record<string, Said>} */
  get papers() {
    /** @type {Record<string, Said>} */
    const papers = {};
    for (const requirement of this.asked) {
      const said = this.saidTo(requirement);
      if (!said.length) continue;
      const had = requirement.any.filter((paper) => said.includes(paper));
      for (const paper of had) {
        const read = this.reads.get(paper);
        papers[paper] = read ? { read } : "have";
      }
      if (had.length >= requirement.count) continue;
      for (const paper of requirement.any)
        papers[paper] ??= said.includes(UNSURE) ? "unsure" : "missing";
    }
    return papers;
  }

  /** What was typed and can still be compared. @returns {Record<string, { match: string }>} */
  get #compared() {
    const asked = this.service ? this.#paperSteps(this.service) : [];
    return Object.fromEntries(
      asked.flatMap((step) => {
        const match = step.name === "typed" && this.typed.get(step.question.id);
        return match ? [[step.question.id, { match }]] : [];
      }),
    );
  }

  /**
   * What is sent for a ticket.
   * @param {string} language
   */
  request(language) {
    return {
      service: this.service?.id,
      answers: { ...this.answers, ...this.#compared },
      papers: this.papers,
      needs: [...this.needs],
      language,
      channel: "kiosk",
      ...(this.choice ? { choose: this.choice } : {}),
      ...(this.appointment ? { appointment: this.appointment } : {}),
    };
  }

  /**
   * Everything this customer needs for this service, with what is still missing.
   * @returns {Standing[]}
   */
  get toBring() {
    return this.asked.map((requirement) => {
      const has = requirement.any.filter((paper) => this.has(paper));
      const had = has.slice(0, requirement.count);
      const open = requirement.any.filter((paper) => !has.includes(paper));
      return {
        requirement,
        had: had.map((id) => this.paper(id)),
        open: open.map((id) => this.paper(id)),
        lacking: requirement.count - had.length,
      };
    });
  }

  /** @returns {Standing[]} */
  get missing() {
    return this.toBring.filter(({ lacking }) => lacking > 0);
  }

  /** @returns {Paper[]} */
  get atHand() {
    return this.toBring.flatMap(({ had }) => had);
  }

  /** Whether the customer has it, as far as the store knows. @param {string} paper */
  has(paper) {
    const judged = this.judged.get(paper);
    return judged ? HAVE.includes(judged.status) : isHad(this.papers[paper]);
  }

  /** @param {string} id @returns {Paper} */
  paper(id) {
    const found = this.service?.papers.find((paper) => paper.id === id);
    if (!found) throw new Error(`${this.service?.id} does not know the paper ${id}`);
    return found;
  }

  /** The stations of this way, and how far it has come: for the line of doors at the top. */
  get stations() {
    const names = this.service ? unique(this.steps.map(stationOf)) : ALL_STATIONS;
    const here = this.step ? stationOf(this.step) : "ticket";
    return { names: [...names, "ticket"], here };
  }
}

const ABOUT_PAPERS = ["paper", "typed", "again"];

/** @param {object} one */
const isEmpty = (one) => Object.keys(one).length === 0;

/** @param {Step} step */
const stationOf = ({ name }) => (name === "again" || name === "typed" ? "paper" : name);

const ALL_STATIONS = ["service", "question", "paper", "needs"];

/** @param {Said | undefined} said */
function isHad(said) {
  if (typeof said !== "object") return said === "have";
  return !said.read.expires || said.read.expires >= dateOf(serverNow());
}

/** @param {Requirement} requirement */
const keyOf = (requirement) => JSON.stringify([requirement.any, requirement.when]);

/** @param {Step} step */
function stepKey(step) {
  if (step.name === "question" || step.name === "typed") return `question ${step.question.id}`;
  return step.name === "paper" ? `paper ${keyOf(step.requirement)}` : step.name;
}

/** @param {string[]} names */
const unique = (names) => [...new Set(names)];
