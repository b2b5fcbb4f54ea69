/**
 * The slip on the receipt printer beside the kiosk. The page draws it, in its own letters, from the
 * same slip that a browser's print dialog would get: so it says the same, in every script.
 */
import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { asked } from "./agent.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */
/** @typedef {"printing" | "printed" | string | null} Printed */
/** @typedef {{ text: string, size: number, weight: number, listed: boolean, first: boolean,
 *   rule: boolean }} Line */
/** @typedef {Line | { picture: HTMLImageElement }} Part */

const HERO = { size: 128, weight: 750 };
const STRONG = { size: 34, weight: 700 };
const PLAIN = { size: 27, weight: 430 };
const LEADING = 1.36;
const MARGIN = 12;
const INDENT = 48;
const BOX = 24;
const CODE = 300;
const EDGE = 20;

/** @param {Kiosk} kiosk @param {"" | "again"} [once] the printer stopped, and nothing came out */
export async function printSlip(kiosk, once = "") {
  const { walk } = kiosk;
  kiosk.printed = "printing";
  const slip = /** @type {HTMLElement} */ (kiosk.querySelector("article.slip"));
  const picture = await drawn(slip, kiosk.printer?.dots ?? 0);
  const key = `slip ${kiosk.visit?.id ?? kiosk.kept?.kept} ${once}`.trim();
  const headers = { "Idempotency-Key": key };
  const said = await asked("/agent/print", { method: "POST", headers, body: picture });
  if (kiosk.walk !== walk) return;
  kiosk.printedTwice = once === "again";
  kiosk.printed = said?.printed ? "printed" : (said?.why ?? "away");
}

/**
 * @param {Kiosk} kiosk
 */
export function printButton(kiosk) {
  if (kiosk.printed === "printer_stopped")
    return kiosk.printedTwice ? nothing : didItComeOut(kiosk);
  const done = kiosk.printed === "printing" || kiosk.printed === "printed";
  const print = () => (kiosk.printer ? printSlip(kiosk) : window.print());
  return html`
    <button class="quiet" ?disabled=${done} @click=${print}>
      ${icon(kiosk.printed === "printed" ? "check" : "printer")}
      ${t(done ? `printing-${kiosk.printed}` : "kiosk-print")}
    </button>
  `;
}

/** Nobody but who stands there can know. @param {Kiosk} kiosk */
const didItComeOut = (kiosk) => html`
  <button class="quiet" @click=${() => (kiosk.printed = "printed")}>
    ${icon("check")} ${t("printing-came-out")}
  </button>
  <button class="quiet" @click=${() => printSlip(kiosk, "again")}>
    ${icon("printer")} ${t("printing-not-come-out")}
  </button>
`;

/**
 * How to take it along; where it did not print, why, and what does instead.
 * @param {Kiosk} kiosk
 * @param {string} words
 * @param {string} [instead]
 */
export function printerSays({ printed, printedTwice }, words, instead = "printing-instead") {
  if (!printed || printed === "printing" || printed === "printed")
    return html`<span class="counts">${t(words)}</span>`;
  if (printed === "printer_stopped" && !printedTwice)
    return html`<strong class="printer-says" role="status">${t("printing-printer_asked")}</strong>`;
  const why = ["no_paper", "cover_open", "printer_stopped"].includes(printed) ? printed : "away";
  return html`
    <span class="printer-says" role="status">
      <strong>${t(`printing-${why}`)}</strong> ${t(instead)}
    </span>
  `;
}

/**
 * @param {HTMLElement} slip
 * @param {number} width
 * @returns {Promise<Blob | null>}
 */
async function drawn(slip, width) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const parts = await Promise.all([...partsOf(slip)].map(loaded));
  const rows = parts.flatMap((part) => wrapped(part, pen, width));
  canvas.width = width;
  canvas.height = rows.reduce((sum, row) => sum + row.height, 2 * EDGE);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  let top = EDGE;
  for (const row of rows) {
    row.draw(top);
    top += row.height;
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** @param {Part} part @returns {Promise<Part>} */
async function loaded(part) {
  if ("picture" in part) await part.picture.decode().catch(() => {});
  return part;
}

/**
 * Every text of the slip on a line of its own, as it is read.
 * @param {Element} element
 * @returns {Generator<Part>}
 */
function* partsOf(element) {
  let text = "";
  for (const child of element.childNodes) {
    if (child instanceof Text) text += child.data;
    if (!(child instanceof Element) || child instanceof SVGElement) continue;
    yield* line(element, text);
    text = "";
    if (child instanceof HTMLImageElement) yield { picture: copy(child) };
    else yield* partsOf(child);
  }
  yield* line(element, text);
}

/**
 * @param {Element} element
 * @param {string} text
 * @returns {Generator<Line>}
 */
function* line(element, text) {
  const words = text.replace(/\s+/g, " ").trim();
  if (!words) return;
  const item = element.closest("li");
  const opens = item !== null && item.textContent?.trim().startsWith(words.slice(0, 8));
  const rule = element.tagName === "H2";
  yield { text: words, ...sizeOf(element), listed: item !== null, first: opens === true, rule };
}

/** @param {Element} element */
function sizeOf(element) {
  if (element.closest(".number")) return HERO;
  return element.closest("strong, h2, .head") ? STRONG : PLAIN;
}

/** Hidden pictures are not loaded: a copy is. @param {HTMLImageElement} image */
function copy(image) {
  const made = new Image();
  made.src = image.src;
  return made;
}

/**
 * @param {Part} part
 * @param {CanvasRenderingContext2D} pen
 * @param {number} width
 * @returns {{ height: number, draw: (top: number) => void }[]}
 */
function wrapped(part, pen, width) {
  if ("picture" in part) return [pictured(part.picture, pen, width)];
  const face = fontOf(part);
  const height = part.size * LEADING;
  pen.font = face;
  const room = width - 2 * MARGIN - (part.listed ? INDENT : 0);
  const rows = brokenInto(part.text, pen, room).map((text, index) => ({
    height,
    draw: (/** @type {number} */ top) => {
      pen.font = face;
      write(pen, text, part, width, top);
      if (part.first && index === 0) tick(pen, width, top + height / 2);
    },
  }));
  return part.rule ? [ruled(pen, width), ...rows] : rows;
}

/** @param {Line} part */
const fontOf = ({ size, weight }) =>
  `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;

/**
 * @param {string} text
 * @param {CanvasRenderingContext2D} pen
 * @param {number} room
 */
function brokenInto(text, pen, room) {
  /** @type {string[]} */
  const rows = [];
  for (const word of text.split(" ")) {
    const longer = rows.length ? `${rows[rows.length - 1]} ${word}` : word;
    if (rows.length && pen.measureText(longer).width <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

const rightToLeft = () => document.documentElement.dir === "rtl";

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {Line} part
 * @param {number} width
 * @param {number} top
 */
function write(pen, text, { listed, size }, width, top) {
  pen.direction = rightToLeft() ? "rtl" : "ltr";
  pen.textBaseline = "middle";
  pen.textAlign = listed ? "start" : "center";
  const start = MARGIN + INDENT;
  const across = listed ? (rightToLeft() ? width - start : start) : width / 2;
  pen.fillText(text, across, top + (size * LEADING) / 2);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} width
 * @param {number} middle
 */
function tick(pen, width, middle) {
  pen.lineWidth = 3;
  const from = rightToLeft() ? width - MARGIN - BOX : MARGIN;
  pen.strokeRect(from, middle - BOX / 2, BOX, BOX);
}

/** @param {CanvasRenderingContext2D} pen @param {number} width */
const ruled = (pen, width) => ({
  height: 34,
  draw: (/** @type {number} */ top) => pen.fillRect(MARGIN, top + 16, width - 2 * MARGIN, 3),
});

/**
 * @param {HTMLImageElement} image
 * @param {CanvasRenderingContext2D} pen
 * @param {number} width
 */
const pictured = (image, pen, width) => ({
  height: image.complete && image.naturalWidth ? CODE + 24 : 0,
  draw: (/** @type {number} */ top) => {
    if (!image.complete || !image.naturalWidth) return;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(image, (width - CODE) / 2, top + 12, CODE, CODE);
  },
});
