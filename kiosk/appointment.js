/**
 * Somebody who comes at a time: the number is typed, or its code held to the scanner, and what that
 * leads to is said before a ticket is taken: in time, too early, too late, or on another day.
 */
import { api, problemText } from "ui/api.js";
import { classMap, html, nothing } from "ui/element.js";
import { clock, day, weekday } from "ui/format.js";
import { icon } from "ui/icons.js";
import { patience } from "ui/patience.js";
import { language, pick, t } from "ui/words.js";
import { DIGITS, keypad } from "./keypad.js";
import { paged } from "./more.js";
import { toCodeCamera } from "./showing_code.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** What the store says of a number.
 * @typedef {{ id: string, service: string, at: string, opens_at: string, kept_until: string,
 *   needs: string[], language: string | null, came: "early" | "in_time" | "late",
 *   refused: string | null, ticket: string | null }} Found */
/** @typedef {{ typed: string, sorry: string, asking: boolean, found: Found | null }} Booking */

/** Somebody stands there and waits: the number can be typed again. */
const PATIENCE_MS = 8000;
const LEAST = 4;
const MOST = 12;
/** A code is the number alone, or an address that ends in it. */
const CODE = new RegExp(`^(?:.*[/:=#])?(\\d{${LEAST},${MOST}})$`);

/** Where whoever scans is the next customer. */
const NOBODY_BEFORE = ["attract", "ending", "refused"];

/** Only where somebody is expected today. @param {Kiosk} kiosk */
export function toAppointment(kiosk) {
  if (!kiosk.board?.appointments || kiosk.lost) return nothing;
  return html`
    <button class="choice" @click=${() => begin(kiosk)}>
      <span class="plate arch">${icon("calendar")}</span>
      <span class="what">
        <strong>${t("kiosk-appointment")}</strong>
        <span class="counts">${t("kiosk-appointment-means")}</span>
      </span>
      ${icon("arrow-right")}
    </button>
  `;
}

/** @param {Kiosk} kiosk */
function begin(kiosk) {
  kiosk.booking = { typed: "", sorry: "", asking: false, found: null };
  kiosk.phase = "appointment";
}

/** From what was found to the keys, and from the keys to the services. @param {Kiosk} kiosk */
export function goBack(kiosk) {
  if (kiosk.booking?.found) begin(kiosk);
  else kiosk.phase = "asking";
}

/**
 * @param {Kiosk} kiosk
 * @param {string[]} texts what a scanner read, in every way it may be meant
 * @returns {boolean} whether it is a number to look up here
 */
export function takeCode(kiosk, texts) {
  const code = texts.map((text) => text.match(CODE)?.[1]).find(Boolean);
  const nobody = NOBODY_BEFORE.includes(kiosk.phase);
  const nothingYet = kiosk.phase === "asking" && kiosk.walk.step?.name === "service";
  if (!code || !(nobody || nothingYet || kiosk.phase === "appointment")) return false;
  scanned(kiosk, code, nobody);
  return true;
}

/** @param {Kiosk} kiosk @param {string} code @param {boolean} fresh */
async function scanned(kiosk, code, fresh) {
  if (fresh) {
    await kiosk.startOver();
    if (!(await kiosk.begin(language()))) return;
  }
  begin(kiosk);
  change(kiosk, { typed: code });
  await check(kiosk, fresh);
}

/** @param {Kiosk} kiosk @param {Partial<Booking>} changes */
function change(kiosk, changes) {
  if (kiosk.booking) kiosk.booking = { ...kiosk.booking, ...changes };
}

/**
 * @param {Kiosk} kiosk
 * @param {boolean} [inTheirLanguage] nobody has chosen one
 */
async function check(kiosk, inTheirLanguage = false) {
  const { booking, walk } = kiosk;
  if (!booking || booking.asking || booking.typed.length < LEAST) return;
  change(kiosk, { asking: true, sorry: "" });
  const signal = patience(PATIENCE_MS);
  const asked = { code: booking.typed };
  const { ok, status, body } = await api.post("/appointments/check", asked, { signal });
  if (kiosk.walk !== walk || kiosk.phase !== "appointment") return;
  const unknown = body?.refused === "unknown_appointment";
  if (ok && !unknown) {
    if (inTheirLanguage && body.language && !(await kiosk.begin(body.language))) return;
    kiosk.phase = "appointment";
    change(kiosk, { asking: false, found: body });
  } else {
    const sorry = unknown ? "unknown" : status ? "" : "away";
    const words = sorry
      ? t(`kiosk-appointment-${sorry}`, { code: booking.typed })
      : problemText(body);
    change(kiosk, { asking: false, sorry: words });
  }
}

/** @param {Kiosk} kiosk */
export const appointment = (kiosk) =>
  kiosk.booking?.found ? standing(kiosk, kiosk.booking.found) : dial(kiosk);

/** @param {Kiosk} kiosk */
function dial(kiosk) {
  const { typed, sorry, asking } = /** @type {Booking} */ (kiosk.booking);
  return html`
    <div class="title">
      <h1 id="title" tabindex="-1">${t("kiosk-appointment-title")}</h1>
      <p class=${classMap({ lead: true, sorry: sorry !== "" })} role="status">
        ${sorry || t(kiosk.camera ? "kiosk-appointment-or-show" : "kiosk-appointment-lead")}
      </p>
      ${toCodeCamera(kiosk)}
    </div>
    <div class="choices dial" role="group" aria-labelledby="title">
      ${keypad({
        typed,
        keys: DIGITS,
        least: LEAST,
        most: MOST,
        busy: asking,
        words: {
          typed: t("kiosk-appointment-typed"),
          erase: t("kiosk-appointment-erase"),
          done: t("kiosk-appointment-check"),
        },
        change: (now) => change(kiosk, { typed: now, sorry: "" }),
        done: () => check(kiosk),
      })}
    </div>
  `;
}

/** @param {Kiosk} kiosk @param {Found} found */
function standing(kiosk, found) {
  const service = kiosk.about.services.find((/** @type {any} */ { id }) => id === found.service);
  const how = howItStands(found);
  const told = {
    time: clock(found.at),
    from: clock(found.opens_at),
    until: clock(found.kept_until),
    day: `${weekday(found.at)} ${day(found.at)}`,
    ticket: found.ticket ?? "",
  };
  return html`
    <div class="title">
      <h1 id="title" tabindex="-1">${t(`kiosk-appointment-${how}`, told)}</h1>
      <p class="lead">${t(`kiosk-appointment-${how}-means`, told)}</p>
    </div>
    <div class="choices" role="group" aria-labelledby="title">
      ${paged(html`
        <div class="shown booked">
          <span class="plate arch">${icon(service?.icon ?? "clock")}</span>
          <span class="what">
            <strong>${service ? pick(service.name) : found.service}</strong>
            <span class="counts">${t("kiosk-appointment-when", told)}</span>
          </span>
        </div>
      `)}
      <div class="actions">${OFFERS[how](kiosk, found, told)}</div>
    </div>
  `;
}

/** @typedef {"in_time" | "early" | "late" | "other_day" | "checked_in" | "cancelled"} How */

/** @param {Found} found @returns {How} */
function howItStands({ refused, came }) {
  return /** @type {How} */ (refused ? refused.replace("appointment_", "") : came);
}

/** @type {Record<How, (kiosk: Kiosk, found: Found, told: any) => unknown>} */
const OFFERS = {
  in_time: (kiosk, found) => offer("best", "check", "go-on", {}, () => goOn(kiosk, found)),
  early: (kiosk, found, told) => html`
    ${offer("best", "hourglass", "come-at", told, () => kiosk.startOver())}
    ${offer("", "ticket", "anyway", told, () => goOn(kiosk, found))}
  `,
  late: (kiosk, found) => offer("best", "ticket", "in-turn", {}, () => goOn(kiosk, found)),
  other_day: (kiosk, _, told) => html`
    ${offer("best", "clock", "come-then", told, () => kiosk.startOver())}
    ${offer("", "ticket", "without", told, () => withoutIt(kiosk))}
  `,
  checked_in: (kiosk, _, told) => offer("best", "check", "done", told, () => kiosk.startOver()),
  cancelled: (kiosk, _, told) => offer("best", "ticket", "walk-in", told, () => withoutIt(kiosk)),
};

/**
 * @param {string} kind
 * @param {string} drawing
 * @param {string} words
 * @param {any} told
 * @param {() => void} take
 */
const offer = (kind, drawing, words, told, take) => html`
  <button class="choice offer ${kind}" @click=${take}>
    ${icon(drawing)}
    <span class="what">
      <strong>${t(`kiosk-appointment-${words}`, told)}</strong>
      <span class="counts">${t(`kiosk-appointment-${words}-means`, told)}</span>
    </span>
  </button>
`;

/** Its papers are asked for as anybody's. @param {Kiosk} kiosk @param {Found} found */
function goOn(kiosk, found) {
  const service = kiosk.services.find(({ id }) => id === found.service);
  kiosk.phase = "asking";
  if (service) kiosk.walked((walk) => walk.book(service, found));
}

/** @param {Kiosk} kiosk */
function withoutIt(kiosk) {
  kiosk.booking = null;
  kiosk.phase = "asking";
}
