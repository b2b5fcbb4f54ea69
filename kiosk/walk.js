/**
 * One customer's way through the kiosk: what is asked, in which order, and what was answered.
 * It knows nothing of the screen; a new customer is a new Walk, so nothing is left of the last.
 */

/** @typedef {{ id: string, text: string, answers: { id: string, text: string }[] }} Question */
/** @typedef {{ any: string[], when: Record<string, string[]> }} Requirement */
/** @typedef {{ id: string, name: string, what_counts: string, icon: string, form: string,
 *   max_age_days: number | null, reads: string[], fix: string }} Paper */
/** What a reader may tell of a paper.
 * @typedef {{ kind: string, ok: boolean, issued?: string, expires?: string, match?: string }} Read */
/** @typedef {"have" | "missing" | "unsure" | { read: Read }} Said */
/** @typedef {{ id: string, name: string, icon: string, prefix: string, open: boolean,
 *   questions: Question[], requirements: Requirement[], papers: Paper[] }} Service */
/** @typedef {{ name: "service" } | { name: "question", question: Question }
 *   | { name: "paper", requirement: Requirement } | { name: "needs" }} Step */

const NONE = "none";
const UNSURE = "unsure";

export class Walk {
  /** @param {{ needs: { id: string }[] }} about */
  constructor(about) {
    this.about = about;
    /** @type {Service | null} */
    this.service = null;
    /** @type {Record<string, string>} */
    this.answers = {};
    /** What was said to each requirement: a paper's id, "none" or "unsure". @type {Map<string, string>} */
    this.said = new Map();
    /** What the camera saw, by paper. @type {Map<string, Read>} */
    this.reads = new Map();
    /** @type {Set<string>} */
    this.needs = new Set();
    this.at = 0;
  }

  /** @returns {Step[]} */
  get steps() {
    const { service } = this;
    if (!service) return [{ name: "service" }];
    return [
      { name: "service" },
      ...service.questions.map((question) => /** @type {Step} */ ({ name: "question", question })),
      ...this.asked.map((requirement) => /** @type {Step} */ ({ name: "paper", requirement })),
      ...(this.about.needs.length ? [/** @type {Step} */ ({ name: "needs" })] : []),
    ];
  }

  /** The step shown now; undefined once everything has been asked. */
  get step() {
    return this.steps[this.at];
  }

  /** Requirements that matter after these answers, without those an earlier paper already meets. */
  get asked() {
    const asked = [];
    const have = new Set();
    for (const requirement of this.service?.requirements ?? []) {
      if (!this.#applies(requirement)) continue;
      if (requirement.any.some((paper) => have.has(paper))) continue;
      asked.push(requirement);
      const said = this.said.get(keyOf(requirement));
      if (said) have.add(said);
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
    }
    this.service = service;
    this.at += 1;
  }

  /** @param {string} question @param {string} answer */
  answer(question, answer) {
    this.answers = { ...this.answers, [question]: answer };
    this.at += 1;
  }

  /** @param {Requirement} requirement @param {string} said */
  declare(requirement, said) {
    for (const paper of requirement.any) this.reads.delete(paper);
    this.said.set(keyOf(requirement), said);
    this.at += 1;
  }

  /** @param {Requirement} requirement @param {string} paper @param {Read} read */
  declareRead(requirement, paper, read) {
    this.declare(requirement, paper);
    this.reads.set(paper, read);
  }

  /** @param {Requirement} requirement */
  saidTo(requirement) {
    return this.said.get(keyOf(requirement)) ?? null;
  }

  /** @param {string} need */
  toggle(need) {
    if (!this.needs.delete(need)) this.needs.add(need);
  }

  next() {
    this.at += 1;
  }

  back() {
    this.at -= 1;
  }

  /** @returns {Record<string, Said>} */
  get papers() {
    /** @type {Record<string, Said>} */
    const papers = {};
    for (const requirement of this.asked) {
      const said = this.said.get(keyOf(requirement));
      if (said === NONE || said === UNSURE) {
        for (const paper of requirement.any)
          papers[paper] ??= said === UNSURE ? "unsure" : "missing";
      } else if (said) {
        const read = this.reads.get(said);
        papers[said] = read ? { read } : "have";
      }
    }
    return papers;
  }

  /**
   * What is sent for a ticket.
   * @param {string} language
   * @param {string | null} choose
   */
  request(language, choose) {
    return {
      service: this.service?.id,
      answers: this.answers,
      papers: this.papers,
      needs: [...this.needs],
      language,
      channel: "kiosk",
      ...(choose ? { choose } : {}),
    };
  }

  /**
   * Everything this customer needs for this service, with what is still missing.
   * @returns {{ papers: Paper[], ready: boolean }[]}
   */
  get toBring() {
    const papers = this.papers;
    return this.asked.map(({ any }) => {
      const had = any.filter((paper) => isHad(papers[paper]));
      const shown = had.length ? had : any;
      return { papers: shown.map((paper) => this.paper(paper)), ready: had.length > 0 };
    });
  }

  /** @param {string} id @returns {Paper} */
  paper(id) {
    const found = this.service?.papers.find((paper) => paper.id === id);
    if (!found) throw new Error(`${this.service?.id} does not know the paper ${id}`);
    return found;
  }

  /** The stations of this way, and how far it has come: for the line of doors at the top. */
  get stations() {
    const names = this.service ? unique(this.steps.map(({ name }) => name)) : ALL_STATIONS;
    const here = this.step?.name ?? "ticket";
    return { names: [...names, "ticket"], here };
  }
}

const ALL_STATIONS = ["service", "question", "paper", "needs"];

/** @param {Said | undefined} said */
function isHad(said) {
  if (typeof said !== "object") return said === "have";
  const today = new Date().toISOString().slice(0, 10);
  return !said.read.expires || said.read.expires >= today;
}

/** @param {Requirement} requirement */
const keyOf = (requirement) => JSON.stringify([requirement.any, requirement.when]);

/** @param {string[]} names */
const unique = (names) => [...new Set(names)];
