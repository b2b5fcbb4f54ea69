/** The questions, one at a time. Each shows one thing to answer and what was answered before. */
import { classMap, html, nothing } from "ui/element.js";
import { clock, weekday } from "ui/format.js";
import { icon } from "ui/icons.js";
import { isOver, todaySentence } from "ui/today.js";
import { pick, t } from "ui/words.js";
import { toAppointment } from "./appointment.js";
import { wordy } from "./long_words.js";
import { paged } from "./more.js";
import { toCamera } from "./reading.js";
import { figure, sameForAll, waitOf } from "./waits.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {import("./walk.js").Paper} Paper */

/**
 * @param {string} title
 * @param {unknown} lead
 * @param {unknown} list what there is to read or to choose from: of any length
 * @param {unknown} [actions] what stands still below it
 */
const page = (title, lead, list, actions = nothing) => html`
  <div class="title">
    <h1 id="title" tabindex="-1" class=${wordy(title)}>${title}</h1>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}
  </div>
  <div class="choices" role="group" aria-labelledby="title">
    ${list} ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>
`;

/** @param {Kiosk} kiosk */
export function service(kiosk) {
  const same = sameForAll(kiosk);
  return page(
    t("kiosk-service-title"),
    same
      ? html`${t("kiosk-wait-now")}: <strong class="same">${figure(same)}</strong>`
      : t("kiosk-service-lead"),
    paged(
      kiosk.services.map((one) => {
        const wait = same ? null : waitOf(kiosk, one.id);
        const ended = endedToday(kiosk, one.id);
        if (ended) return notToday(one, ended);
        return html`
          <button
            class=${classMap({ choice: true, chosen: kiosk.walk.service?.id === one.id })}
            @click=${() => kiosk.walked((walk) => walk.choose(one))}
          >
            <span class="plate arch">${icon(one.icon)}</span>
            <span class="what ${wordy(one.name)}">${one.name}</span>
            ${
              wait
                ? html`<span class="aside"
                    ><small>${t("kiosk-wait-now")}</small>${figure(wait)}</span
                  >`
                : nothing
            }
          </button>
        `;
      }),
    ),
    toAppointment(kiosk),
  );
}

/** @param {Kiosk} kiosk @param {string} service */
const endedToday = ({ board }, service) =>
  board?.today.find((/** @type {any} */ one) => one.service === service && isOver(one));

/** What is not sold any more says why, and when to come instead. @param {any} one @param {any} ended */
const notToday = (one, ended) => html`
  <button class="choice" disabled>
    <span class="plate arch">${icon(one.icon)}</span>
    <span class="what">
      ${todaySentence(ended, { t, pick })}
      ${
        ended.opens_again
          ? html`<small>
              ${t("kiosk-opens", { day: weekday(ended.opens_again), time: clock(ended.opens_again) })}
            </small>`
          : nothing
      }
    </span>
  </button>
`;

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Question} asked
 */
export const question = (kiosk, asked) =>
  page(
    asked.text,
    null,
    paged(
      asked.answers.map(
        (answer) => html`
          <button
            class=${classMap({ choice: true, chosen: kiosk.walk.answers[asked.id] === answer.id })}
            @click=${() => kiosk.walked((walk) => walk.answer(asked.id, answer.id))}
          >
            <span class="what ${wordy(answer.text)}">${answer.text}</span> ${icon("arrow-right")}
          </button>
        `,
      ),
    ),
  );

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 */
export function paper(kiosk, requirement) {
  const papers = requirement.any.map((id) => kiosk.walk.paper(id));
  if (requirement.count > 1) return severalPapers(kiosk, requirement, papers);
  return papers.length === 1
    ? onePaper(kiosk, requirement, papers[0])
    : anyPaper(kiosk, requirement, papers);
}

/**
 * As many as are needed, each picked by a tap.
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {Paper[]} papers
 */
function severalPapers(kiosk, requirement, papers) {
  const picked = requirement.any.filter((id) => kiosk.walk.saidTo(requirement).includes(id));
  return page(
    t("kiosk-any-title"),
    t("kiosk-several-lead", { count: requirement.count }),
    paged(
      papers.map((one) => {
        const chosen = picked.includes(one.id);
        return html`
          <button
            class=${classMap({ choice: true, chosen })}
            aria-pressed=${chosen}
            @click=${() => kiosk.changed((walk) => walk.pickPaper(requirement, one.id))}
          >
            <span class="plate arch">${icon(one.icon)}</span>
            ${described(one)}
            <span class="tick">${chosen ? icon("check") : nothing}</span>
          </button>
        `;
      }),
    ),
    html`
      ${toCamera(kiosk, requirement, papers)}
      ${
        picked.length
          ? html`<button class="act onward" @click=${() => kiosk.walked((walk) => walk.next())}>
              ${
                picked.length < requirement.count
                  ? t("kiosk-several-fewer", { count: picked.length })
                  : t("kiosk-several-done")
              }
              ${icon("arrow-right")}
            </button>`
          : otherReplies(kiosk, requirement, papers, t("kiosk-have-none"))
      }
    `,
  );
}

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {Paper} only
 */
const onePaper = (kiosk, requirement, only) =>
  page(
    t("kiosk-paper-title"),
    null,
    paged(html`
      <div class="shown">
        <span class="plate arch">${icon(only.icon)}</span>
        ${described(only)}
      </div>
    `),
    html`
      ${toCamera(kiosk, requirement, [only])}
      ${reply(kiosk, requirement, only.id, "check", t("kiosk-have"))}
      ${otherReplies(kiosk, requirement, [only], t("kiosk-have-not"))}
    `,
  );

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {Paper[]} papers
 */
const anyPaper = (kiosk, requirement, papers) =>
  page(
    t("kiosk-any-title"),
    t("kiosk-any-lead"),
    paged(
      papers.map(
        (one) => html`
          <button
            class=${classMap({ choice: true, chosen: kiosk.walk.saidTo(requirement).includes(one.id) })}
            @click=${() => kiosk.walked((walk) => walk.declare(requirement, one.id))}
          >
            <span class="plate arch">${icon(one.icon)}</span>
            ${described(one)}
          </button>
        `,
      ),
    ),
    html`
      ${toCamera(kiosk, requirement, papers)}
      ${otherReplies(kiosk, requirement, papers, t("kiosk-have-none"))}
    `,
  );

/** @param {Paper} one */
export const described = (one) => html`
  <span class="what">
    <strong class=${wordy(one.name)}>${one.name}</strong>
    <span class="counts">${one.what_counts}</span>
    ${limits(one)}
  </span>
`;

/**
 * The original is what anybody brings unasked: it is said only where an age is.
 * @param {Paper} one
 */
function limits({ form, max_age_days }) {
  const words = t(`kiosk-form-${form}`);
  if (max_age_days) {
    const age = ageOf(max_age_days);
    return html`<span class="form">${t("kiosk-form-and-age", { form: words, age })}</span>`;
  }
  return form === "original" ? nothing : html`<span class="form">${words}</span>`;
}

/** @param {number} days */
export const ageOf = (days) =>
  days % 365 === 0 ? t("kiosk-age-years", { years: days / 365 }) : t("kiosk-age-days", { days });

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {Paper[]} papers
 * @param {string} not
 */
const otherReplies = (kiosk, requirement, papers, not) => html`
  <div class="pair">
    ${reply(kiosk, requirement, "none", "cross", not)}
    <button
      class=${classMap({ choice: true, reply: true, chosen: kiosk.walk.saidTo(requirement).includes("unsure") })}
      aria-haspopup="dialog"
      @click=${() => kiosk.changed(() => (kiosk.examples = { requirement, papers }))}
    >
      ${icon("question")} <span class="what">${t("kiosk-unsure")}</span>
    </button>
  </div>
`;

/**
 * @param {Kiosk} kiosk
 * @param {import("./walk.js").Requirement} requirement
 * @param {string} said
 * @param {string} drawing
 * @param {string} words
 */
const reply = (kiosk, requirement, said, drawing, words) => html`
  <button
    class=${classMap({ choice: true, reply: true, chosen: kiosk.walk.saidTo(requirement).includes(said) })}
    @click=${() => kiosk.walked((walk) => walk.declare(requirement, said))}
  >
    ${icon(drawing)} <span class="what">${words}</span>
  </button>
`;

/** @param {Kiosk} kiosk */
export const needs = (kiosk) =>
  page(
    t("kiosk-needs-title"),
    t("kiosk-needs-lead"),
    paged(
      kiosk.about.needs.map((/** @type {any} */ need) => oneNeed(kiosk, need)),
      "needs",
    ),
    html`
      <button class="act onward" @click=${() => kiosk.walked((walk) => walk.next())}>
        ${kiosk.walk.needs.size ? t("kiosk-needs-done") : t("kiosk-needs-none")}
        ${icon("arrow-right")}
      </button>
    `,
  );

/** @param {Kiosk} kiosk @param {any} need */
function oneNeed(kiosk, { id, icon: drawing, name }) {
  const chosen = kiosk.walk.needs.has(id);
  return html`
    <button
      class=${classMap({ choice: true, need: true, chosen })}
      aria-pressed=${chosen}
      @click=${() => kiosk.walked((walk) => walk.toggle(id))}
    >
      <span class="plate arch">${icon(drawing)}</span>
      <span class="what">${pick(name)}</span>
      <span class="tick">${chosen ? icon("check") : nothing}</span>
    </button>
  `;
}

/** A slip told everything, and all of it was there: one look at the list. @param {Kiosk} kiosk */
export const again = (kiosk) =>
  page(
    t("kiosk-again-title"),
    kiosk.walk.service?.name,
    kiosk.walk.atHand.length
      ? paged(html`
          <p class="lead">${t("kiosk-again-all")}</p>
          <ul class="had">
            ${kiosk.walk.atHand.map((one) => html`<li>${icon("check")} ${one.name}</li>`)}
          </ul>
        `)
      : nothing,
    html`
      <button class="act onward" @click=${() => kiosk.walked((walk) => walk.next())}>
        ${t("kiosk-again-yes")} ${icon("arrow-right")}
      </button>
      <button class="quiet onward" @click=${() => kiosk.changed((walk) => walk.askAgain())}>
        ${t("kiosk-again-changed")}
      </button>
    `,
  );

/** Above what is still asked: what is not asked again. @param {Kiosk} kiosk */
export function remembered(kiosk) {
  const { walk } = kiosk;
  if (!walk.known.size || walk.step?.name === "again") return nothing;
  return html`
    <aside class="remembered">
      ${icon("restart")}
      <p>
        <strong>${t("kiosk-again-title")}</strong>
        ${walk.service?.name}${
          walk.atHand.length
            ? html`.
              ${t("kiosk-again-too", { papers: inAList(walk.atHand.map(({ name }) => name)) })}`
            : nothing
        }
      </p>
      <button class="quiet" @click=${() => kiosk.changed(() => walk.askAgain())}>
        ${t("kiosk-again-changed")}
      </button>
    </aside>
  `;
}

/** @param {string[]} names */
export const inAList = (names) =>
  new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(names);
