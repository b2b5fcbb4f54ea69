/**
 * Drawn papers: what one looks like, and what does not count as it. Ink on card, one thing to look at
 * in each (the date, the photo, the stamp), the same in every language.
 */
import { html, svg } from "ui/element.js";

const ticket = svg`
  <path class="sheet" d="M34 8h52v100l-6.5-5-6.5 5-6.5-5-6.5 5-6.5-5-6.5 5-6.5-5-6.5 5Z" />
  <path class="bold" d="M46 21h28" />
  <path d="M44 48h22M44 57h18M44 66h24M72 48h4M72 57h4M72 66h4" />
  <path class="mark" d="M42 29h36v10H42Z" />
  <path d="M46 34h16" />
  <path class="bold" d="M44 80h12M68 80h8" />
  <path d="M46 90v7M50 90v7M55 90v7M58 90v7M63 90v7M68 90v7M72 90v7" />`;
const letter = svg`
  <path class="sheet" d="M28 8h64v104H28Z" />
  <path class="bold" d="M38 22h22" />
  <path class="mark" d="M66 28h18v9H66Z" />
  <path d="M69 32.5h12M38 46h44M38 54h44M38 62h38M38 70h44M38 78h26" />
  <path class="pen" d="M40 99c5-10 8-9 7-3s5-8 8-7-2 8 4 5 8-4 13-4" />
  <path d="M38 103h34" />`;
const card = svg`
  <rect class="sheet" x="12" y="30" width="96" height="62" rx="7" />
  <rect class="mark" x="21" y="44" width="26" height="34" rx="3" />
  <circle cx="34" cy="56" r="5.5" />
  <path d="M24.5 76c1-7 5-10 9.5-10s8.5 3 9.5 10" />
  <path class="bold" d="M21 38h38" />
  <path d="M56 50h42M56 60h30M56 70h36M56 80h22" />`;
const booklet = svg`
  <path class="sheet" d="M16 12h88v98H16Z" />
  <path d="M16 58h88" />
  <path d="M26 24h68M26 34h52M26 44h60" />
  <rect class="mark" x="24" y="66" width="22" height="28" rx="2" />
  <circle cx="35" cy="76" r="4.5" />
  <path d="M28 92c1-6 3.5-8 7-8s6 2 7 8" />
  <path d="M54 70h40M54 78h28M54 86h34" />
  <path class="bold dots" d="M23 100h74M23 105h74" />`;
const stamped = svg`
  <rect class="sheet" x="14" y="26" width="92" height="70" rx="5" />
  <path class="bold" d="M24 40h42" />
  <path d="M24 54h34M24 64h30M24 74h34" />
  <path class="mark" d="M24 81h26v9H24Z" />
  <circle class="pen" cx="83" cy="66" r="15" />
  <circle class="pen" cx="83" cy="66" r="10.5" />
  <path class="pen" d="m78 66 4 4 7-8" />`;
const drive = svg`
  <rect class="metal" x="26" y="8" width="68" height="104" rx="6" />
  <circle cx="33" cy="15" r="2" /><circle cx="87" cy="15" r="2" />
  <circle cx="33" cy="105" r="2" /><circle cx="87" cy="105" r="2" />
  <rect class="sheet" x="35" y="24" width="50" height="60" rx="2" />
  <path class="bold" d="M42 34h26" />
  <path d="M42 44h34M42 51h30" />
  <path class="mark" d="M39 58h42v18H39Z" />
  <path d="M44 62v10M48 62v10M52 62v10M54 62v10M59 62v10M63 62v10M67 62v10M71 62v10M76 62v10" />`;
const sticker = svg`
  <rect class="sheet" x="12" y="28" width="96" height="64" rx="5" />
  <path class="bold" d="M22 42h38" />
  <path d="M22 52h54" />
  <path class="mark" d="M20 60h80v24H20Z" />
  <path d="M27 64v11M32 64v11M36 64v11M40 64v11M43 64v11M49 64v11M54 64v11M60 64v11M63 64v11M69 64v11M74 64v11M79 64v11M84 64v11M88 64v11M93 64v11M27 80h66" />`;
const message = svg`
  <path class="sheet" d="M28 8h64v104H28Z" />
  <path d="M36 18h48v22H36Z" />
  <path d="m36 19 24 14 24-14" />
  <path class="bold" d="M36 52h30" />
  <path class="mark" d="M36 60h42v11H36Z" />
  <path d="M40 65.5h30M36 82h48M36 90h44M36 98h48" />`;

/** By the icon that config.toml gives the paper. */
const DRAWN = {
  receipt: ticket,
  invoice: letter,
  id: card,
  card,
  person: card,
  passport: booklet,
  drive,
  laptop: drive,
  shield: stamped,
  box: sticker,
  label: sticker,
  cable: sticker,
  phone: message,
};
/** Things, not papers: nobody brings a copy of them. */
const THINGS = ["drive", "laptop", "cable", "key", "box"];

/** @typedef {import("./walk.js").Paper} Paper */
/** @typedef {"plain" | "screen" | "copy" | "stamped" | "old" | "faint"} Look */
/** @typedef {{ look: Look, words: string, args?: Record<string, number> }} Wrong */

/** @param {Paper} paper */
const drawn = ({ icon }) => DRAWN[/** @type {keyof typeof DRAWN} */ (icon)] ?? letter;

/**
 * @param {Paper} paper
 * @param {Look} look
 */
export const picture = (paper, look) => html`
  <svg class=${`picture ${look}`} viewBox="0 0 120 120" aria-hidden="true">
    ${LOOKS[look](drawn(paper))}
  </svg>
`;

/** @type {Record<Look, (inner: unknown) => unknown>} */
const LOOKS = {
  plain: (inner) => inner,
  faint: (inner) => inner,
  copy: (inner) => svg`
    <g transform="translate(7 -4)"><path class="under" d="M22 14h76v100H22Z" /></g>${inner}`,
  screen: (inner) => svg`
    <rect class="handset" x="26" y="2" width="68" height="116" rx="11" />
    <rect class="display" x="31" y="12" width="58" height="94" rx="3" />
    <g transform="translate(33 31) scale(0.45)">${inner}</g>
    <circle cx="60" cy="112" r="2.5" />`,
  stamped: (inner) => svg`${inner}
    <g transform="rotate(-14 84 84)">
      <circle class="seal" cx="84" cy="84" r="19" /><circle class="seal" cx="84" cy="84" r="13.5" />
      <path class="seal" d="m77 84 5 5 9-10" />
    </g>`,
  old: (inner) => svg`${inner}
    <rect class="leaf" x="66" y="66" width="50" height="48" rx="6" />
    <path class="leaf-head" d="M66 78h50v-6a6 6 0 0 0-6-6H72a6 6 0 0 0-6 6Z" />
    <path class="gone" d="m80 86 22 20M102 86l-22 20" />`,
};

/** What counts, as it is brought. @param {Paper} paper @returns {Look} */
export function rightLook({ form }) {
  if (form === "certified") return "stamped";
  return form === "screen" ? "screen" : "plain";
}

/**
 * What people bring by mistake, by what this paper asks: never more than three.
 * @param {Paper} paper
 * @returns {Wrong[]}
 */
export function wrongOnes(paper) {
  const { form, icon, max_age_days: age, must_not_expire_within_days: left, reads } = paper;
  /** @type {Wrong[]} */
  const wrong = [];
  if (form !== "screen") wrong.push({ look: "screen", words: "examples-not-screen" });
  if (form === "certified") wrong.push({ look: "copy", words: "examples-not-uncertified" });
  if (form === "original" && !THINGS.includes(icon))
    wrong.push({ look: "copy", words: "examples-not-copy" });
  if (age) wrong.push({ look: "old", words: "examples-not-old" });
  if (left) wrong.push({ look: "old", words: "examples-not-soon", args: { days: left } });
  else if (reads.some((way) => way === "mrz" || way === "pdf417"))
    wrong.push({ look: "old", words: "examples-not-expired" });
  if (!wrong.length || form === "screen")
    wrong.push({ look: "faint", words: "examples-not-readable" });
  return wrong.slice(0, 3);
}
