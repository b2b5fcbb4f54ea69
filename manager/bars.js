/**
 * The page's drawings: arches standing on a line, one an hour or a day. Each is decoration beside
 * a table with the same figures, so a screen reader is told the table and not the picture.
 */
import { html, nothing, svg } from "ui/element.js";
import { direction, language } from "ui/words.js";

const START = 40;
const TOP = 26;
const LABELS = 44;
const WIDEST = 56;
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440];

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ key: string, label: string, n: number, low: number | null, high: number | null }} Bar */

/**
 * How long half of the people waited, and nine in ten, against the target; all in minutes.
 * @param {Size} size
 * @param {Bar[]} bars
 * @param {number} target
 */
export function waitingBars(size, bars, target) {
  const highest = Math.max(target * 1.2, ...bars.map((bar) => bar.high ?? 0));
  const frame = framed(size, bars, highest);
  return drawing(
    frame,
    svg`${ticks(frame.top, STEPS_MIN).map((minutes) => ruled(frame, minutes))}
    ${bars.map((bar, place) => waitingArches(frame, bar, place))}
    ${targetLine(frame, target)}
    ${bars.map((bar, place) => waitingWords(frame, bar, place))}`,
  );
}

/** @param {Frame} frame @param {Bar} bar @param {number} place */
function waitingArches(frame, { low, high }, place) {
  if (low === null || high === null) return nothing;
  const x = frame.x(place);
  return svg`<path class="nine" d=${arch(frame, x, high)} />
    <path class="half" d=${arch(frame, x, low)} />`;
}

/** @param {Frame} frame @param {Bar} bar @param {number} place */
function waitingWords(frame, { label, n, low, high }, place) {
  const x = frame.x(place);
  if (low === null || high === null) return named(frame, x, place, label, n);
  const inside = fits(frame, low)
    ? svg`<text class="value inside" x=${x} y=${frame.y(low) + 22}>${short(low)}</text>`
    : nothing;
  return svg`<text class="value" x=${x} y=${frame.y(high) - 7}>${short(high)}</text>${inside}
    ${named(frame, x, place, label, n)}`;
}

/** @param {Frame} frame @param {number} minutes */
const fits = (frame, minutes) => frame.bar >= 24 && frame.y(0) - frame.y(minutes) >= 34;

/** @param {Frame} frame @param {number} target */
const targetLine = ({ left, right, y }, target) =>
  svg`<line class="target" x1=${left} x2=${right} y1=${y(target)} y2=${y(target)} />`;

/**
 * How many came.
 * @param {Size} size
 * @param {Bar[]} bars
 */
export function arrivalBars(size, bars) {
  const frame = framed(size, bars, Math.max(4, ...bars.map((bar) => bar.n)));
  return drawing(
    frame,
    svg`
    ${ticks(frame.top, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]).map((n) => ruled(frame, n))}
    ${bars.map(({ label, n }, place) => {
      const x = frame.x(place);
      return svg`${
        n
          ? svg`<path class="came" d=${arch(frame, x, n)} />
        <text class="value" x=${x} y=${frame.y(n) - 7}>${n}</text>`
          : nothing
      }
        ${named(frame, x, place, label, null)}`;
    })}`,
  );
}

const GOAL = 90;

/**
 * How many in a hundred were called by the time they were told.
 * @param {Size} size
 * @param {Bar[]} bars
 */
export function keptBars(size, bars) {
  const frame = framed(size, bars, 100);
  return drawing(
    frame,
    svg`${[0, 50, 100].map((percent) => ruled(frame, percent))}
    ${bars.map(({ high }, place) => svg`<path class="kept" d=${arch(frame, frame.x(place), high ?? 0)} />`)}
    ${targetLine(frame, GOAL)}
    ${bars.map(({ label, n, high }, place) => {
      const x = frame.x(place);
      return svg`<text class="value inside" x=${x} y=${frame.y(high ?? 0) + 24}>${Math.floor(high ?? 0)}</text>
        ${named(frame, x, place, label, n)}`;
    })}`,
  );
}

/**
 * The share of people called within the target, as light in a doorway.
 * @param {number | null} share
 */
export function doorway(share) {
  const height = (share ?? 0) * 138;
  return html`<svg class="doorway" viewBox="0 0 120 150" aria-hidden="true">
    <clipPath id="door"><path d="M8 146V60a52 52 0 0 1 104 0v86z" /></clipPath>
    <g clip-path="url(#door)">
      <rect class="dark" width="120" height="150" />
      <rect class="light" y=${146 - height} width="120" height=${height} />
    </g>
    <path class="frame" d="M8 146V60a52 52 0 0 1 104 0v86z" />
  </svg>`;
}

/**
 * @typedef {object} Frame
 * @property {number} width
 * @property {number} height
 * @property {number} left
 * @property {number} right
 * @property {number} bar
 * @property {number} top the highest value that fits
 * @property {number} every a name under every so many bars
 * @property {boolean} mirrored
 * @property {(place: number) => number} x
 * @property {(value: number) => number} y
 */

/**
 * @param {Size} size @param {Bar[]} bars @param {number} top
 * @returns {Frame}
 */
function framed({ width, height }, bars, top) {
  const mirrored = direction(language()) === "rtl";
  const [left, right] = mirrored ? [0, width - START] : [START, width];
  const each = (right - left) / Math.max(bars.length, 1);
  const foot = height - LABELS;
  return {
    width,
    height,
    left,
    right,
    top,
    mirrored,
    bar: Math.min(WIDEST, each * 0.68),
    every: Math.ceil(46 / each),
    x: (place) => (mirrored ? right - (place + 0.5) * each : left + (place + 0.5) * each),
    y: (value) => foot - (value / top) * (foot - TOP),
  };
}

/** @param {Frame} frame @param {any} content */
const drawing = ({ width, height, mirrored }, content) =>
  html`<svg
    class=${mirrored ? "bars mirrored" : "bars"}
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
  >
    ${content}
  </svg>`;

/** @param {Frame} frame @param {number} x @param {number} value */
function arch({ bar, y }, x, value) {
  const [foot, head] = [y(0), y(value)];
  const round = Math.min(bar / 2, foot - head);
  const [start, end] = [x - bar / 2, x + bar / 2];
  return `M${start} ${foot}V${head + round}A${bar / 2} ${round} 0 0 1 ${end} ${head + round}V${foot}z`;
}

/** @param {Frame} frame @param {number} value */
function ruled({ left, right, mirrored, width, y }, value) {
  const x = mirrored ? width - START + 10 : START - 10;
  return svg`<line class=${value ? "rule" : "foot"} x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
    <text class="scale" x=${x} y=${y(value) + 4}>${value}</text>`;
}

/**
 * @param {Frame} frame @param {number} x @param {number} place @param {string} label
 * @param {number | null} n
 */
function named({ height, every }, x, place, label, n) {
  if (place % every !== 0) return nothing;
  return svg`<text class="name" x=${x} y=${height - LABELS + 18}>${label}</text>
    ${!n ? nothing : svg`<text class="n" x=${x} y=${height - LABELS + 36}>n ${n}</text>`}`;
}

/** Round values from 0 up, at most five. @param {number} top @param {number[]} steps */
function ticks(top, steps) {
  const step = steps.find((one) => top / one < 5) ?? top;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, place) => place * step);
}

/** @param {number} minutes */
const short = (minutes) =>
  minutes < 10 ? String(Math.round(minutes * 10) / 10) : String(Math.round(minutes));
