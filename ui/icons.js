/**
 * Foyer's drawings: a 24 px grid, one line, the colour of the text around them.
 * `icon("receipt")` is decoration; where an icon stands alone its button carries the words.
 */
import { html, nothing, svg } from "./element.js";

/** Drawn the other way round where reading goes right to left. */
const DIRECTED = new Set(["arrow-left", "arrow-right", "door-out", "move", "undo", "transfer"]);

const SHAPES = {
  // papers and things
  receipt: svg`<path d="M6 3h12v18l-3-2-3 2-3-2-3 2z"/><path d="M9 8h6M9 12h6"/>`,
  invoice: svg`<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h3"/>`,
  id: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="8.5" cy="11" r="2"/><path d="M5.8 16c.6-1.6 4.8-1.6 5.4 0M14 10h4M14 14h3"/>`,
  passport: svg`<rect x="5" y="3" width="14" height="18" rx="2"/><circle cx="12" cy="10.5" r="3.2"/><path d="M8.8 10.5h6.4M9 17h6"/>`,
  drive: svg`<rect x="5" y="3" width="14" height="18" rx="2.5"/><circle cx="12" cy="10" r="4"/><path d="M12 10l2.6 4.6M9 18h.01M15 18h.01"/>`,
  phone: svg`<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18.5h2"/>`,
  laptop: svg`<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M2.5 19h19"/>`,
  box: svg`<path d="M4 8l8-4 8 4v8.5L12 20.5 4 16.5z"/><path d="M4 8l8 4 8-4M12 12v8.5"/>`,
  shield: svg`<path d="M12 3l7.5 2.8v5.4c0 4.6-3.2 7.7-7.5 9.3-4.3-1.6-7.5-4.7-7.5-9.3V5.8z"/><path d="M8.8 11.8l2.3 2.3 4.2-4.4"/>`,
  card: svg`<rect x="3" y="5.5" width="18" height="13" rx="2.5"/><path d="M3 10h18M6.5 15h4"/>`,
  paper: svg`<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>`,
  form: svg`<path d="M6 3h12v18H6z"/><path d="M9 8h6M9 12h3M9 17c1.5-2 2.5 1 4-1s2 0 2 0"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5L19.5 4M16 7.5l2.5 2.5M13.5 10l1.5 1.5"/>`,
  letter: svg`<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3.5 7.5l8.5 6 8.5-6"/>`,
  label: svg`<path d="M3.5 4.5h8l9 9-7 7-9-9z"/><path d="M8 9h.01"/>`,
  cable: svg`<path d="M8 3v4M12 3v4M6 7h8v4a4 4 0 0 1-8 0zM10 15v2a3 3 0 0 0 6 0v-3a2 2 0 0 1 4 0v4"/>`,
  camera: svg`<path d="M4 7.5h3.5L9 5h6l1.5 2.5H20v11.5H4z"/><circle cx="12" cy="13" r="3.5"/>`,
  printer: svg`<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3"/><path d="M7 14h10v6.5H7z"/>`,
  ticket: svg`<path d="M3.5 6.5h17V10a2 2 0 0 0 0 4v3.5h-17V14a2 2 0 0 0 0-4z"/><path d="M14.5 9.5v.01M14.5 12v.01M14.5 14.5v.01"/>`,
  qr: svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v3M14 20h2.5M20 20h-.5"/>`,
  // services
  service: svg`<path d="M4 20v-8a8 8 0 0 1 16 0v8z"/><path d="M2.5 20h19"/>`,
  replace: svg`<path d="M4.5 9.5A8 8 0 0 1 19 8M19.5 14.5A8 8 0 0 1 5 16"/><path d="M19.5 3.5V8H15M4.5 20.5V16H9"/>`,
  recovery: svg`<path d="M12 15V4M8 11.2l4 4 4-4"/><path d="M4 14v4.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V14"/>`,
  advice: svg`<path d="M4 5h16v11h-8l-4.5 4v-4H4z"/><path d="M8.5 9.5h7M8.5 12.5h4"/>`,
  repair: svg`<path d="M14.5 6.5a4.5 4.5 0 0 1 5.6-2.3l-2.8 2.8.2 2.2 2.3.3 2.7-2.7a4.5 4.5 0 0 1-6 5.6L9 19.8a2.6 2.6 0 0 1-3.7-3.7l7.3-7.3z" transform="translate(-2 0)"/>`,
  gift: svg`<path d="M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-2-5-7-3.5-5 0M12 7c2-5 7-3.5 5 0"/>`,
  // people
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.9c1.9.8 3.1 2.6 3.5 5.1"/>`,
  wheelchair: svg`<circle cx="10.5" cy="4" r="1.6"/><path d="M10.5 8v6h5.5l2.5 5 2-.8M10.5 10.5h5M8 11.8a5 5 0 1 0 6.8 6.2"/>`,
  ear: svg`<path d="M7 9.5a5.5 5.5 0 0 1 11 0c0 3.5-3.5 4.5-3.5 7.5a3.3 3.3 0 0 1-6 1.8"/><path d="M10 10a2.5 2.5 0 0 1 5 0c0 1.6-2 2-2 3.5"/>`,
  hand: svg`<path d="M7 12.5V6.8a1.4 1.4 0 0 1 2.8 0V11V4.8a1.4 1.4 0 0 1 2.8 0V11V5.8a1.4 1.4 0 0 1 2.8 0v6V8.8a1.4 1.4 0 0 1 2.8 0v5.7c0 3.8-2.5 6.5-6 6.5-3 0-4.3-1.3-5.7-3.8L4.2 14a1.4 1.4 0 0 1 2.3-1.6z"/>`,
  sign: svg`<path d="M4 12.5l3.5-4.3a1.3 1.3 0 0 1 2 1.6L8 11.7h6a1.2 1.2 0 0 1 0 2.4h-3.5 4.3a1.2 1.2 0 0 1 0 2.4H11h3a1.2 1.2 0 0 1 0 2.4H9.5C6 18.9 4 16.5 4 12.5z"/><path d="M20 9.5l-2.8-4a1.3 1.3 0 0 0-2.1 1.5l.9 1.3"/>`,
  seat: svg`<path d="M7 4v9.5h9.5M7 13.5V20M16.5 13.5V20M7 17h9.5"/><path d="M16.5 13.5V10"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`,
  baby: svg`<path d="M4 9h9V4a9 9 0 0 1 7 5c1 4-2 7-6 7h-4c-3.5 0-6-3-6-7z"/><path d="M4 9L2.5 6.5M13 9h7"/><circle cx="8" cy="19.5" r="1.5"/><circle cx="16" cy="19.5" r="1.5"/>`,
  language: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z"/>`,
  need: svg`<path d="M12 20.5S4 15.8 4 10a4.3 4.3 0 0 1 8-2.2A4.3 4.3 0 0 1 20 10c0 5.8-8 10.5-8 10.5z"/>`,
  help: svg`<path d="M4 5h16v11h-8l-4.5 4v-4H4z"/><path d="M10 8.8a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1M12 13.6h.01"/>`,
  counter: svg`<path d="M3 20v-7h18v7M3 13l2-3h14l2 3"/><circle cx="12" cy="4.8" r="2"/><path d="M8.5 10c.3-1.6 1.6-2.5 3.5-2.5s3.2.9 3.5 2.5"/>`,
  coffee: svg`<path d="M5 9h11v6a4.5 4.5 0 0 1-4.5 4.5h-2A4.5 4.5 0 0 1 5 15zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3v2.5M12.5 3v2.5"/>`,
  // states
  calendar: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 3v4M16 3v4M8 14.5h.01M12 14.5h.01M16 14.5h.01"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 6.8V12l3.5 2.2"/>`,
  hourglass: svg`<path d="M6 3h12M6 21h12M7.5 3c0 5 4.5 6 4.5 9s-4.5 4-4.5 9M16.5 3c0 5-4.5 6-4.5 9s4.5 4 4.5 9"/>`,
  check: svg`<path d="M4.5 12.5l5 5L19.5 7"/>`,
  erase: svg`<path d="M9 5h11.5v14H9l-6-7z"/><path d="M11.5 9.5l5 5M16.5 9.5l-5 5"/>`,
  cross: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  question: svg`<path d="M8.5 9a3.5 3.5 0 1 1 4.8 3.2c-.9.4-1.3 1-1.3 2.1M12 18.2h.01"/>`,
  warning: svg`<path d="M12 3.5L2.5 20h19z"/><path d="M12 10v4.5M12 17.2h.01"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6h.01"/>`,
  bell: svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4M12 5V3"/>`,
  star: svg`<path d="M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6-5.3-2.9L6.7 20l1.1-6-4.4-4.2 6-.8z"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="10" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  pause: svg`<path d="M8.5 5v14M15.5 5v14"/>`,
  play: svg`<path d="M7 4.5l12 7.5-12 7.5z"/>`,
  "signal-lost": svg`<path d="M3 3l18 18M8.5 15.5a5 5 0 0 1 6 -.5M5.5 12.3a9.5 9.5 0 0 1 4-2.2M2.8 9a14 14 0 0 1 4-2.5M12 7.5a10 10 0 0 1 6.5 4.8M11 4.8A14 14 0 0 1 21.2 9M12 19h.01"/>`,
  // moving about
  "arrow-down": svg`<path d="M12 4v15.5M5.5 13l6.5 6.5 6.5-6.5"/>`,
  "arrow-up": svg`<path d="M12 20V4.5M5.5 11L12 4.5l6.5 6.5"/>`,
  "arrow-left": svg`<path d="M20 12H4.5M11 5.5L4.5 12l6.5 6.5"/>`,
  "arrow-right": svg`<path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5"/>`,
  up: svg`<path d="M12 20V4.5M5.5 11L12 4.5l6.5 6.5"/>`,
  down: svg`<path d="M12 4v15.5M5.5 13l6.5 6.5 6.5-6.5"/>`,
  lower: svg`<path d="M4 4h16M12 8v8.5M8 12.5l4 4 4-4M4 20.5h16"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`,
  restart: svg`<path d="M5 5v5h5"/><path d="M5.5 10A7.5 7.5 0 1 1 4.5 14"/>`,
  undo: svg`<path d="M9 5L4.5 9.5 9 14"/><path d="M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>`,
  move: svg`<path d="M3.5 8h15M14.5 4l4 4-4 4M20.5 16h-15M9.5 12l-4 4 4 4"/>`,
  transfer: svg`<path d="M4 18v-3.5A4.5 4.5 0 0 1 8.5 10H20M15.5 5.5L20 10l-4.5 4.5"/>`,
  recall: svg`<path d="M4 10v4h3.5l5 4V6l-5 4z"/><path d="M16 9a4.3 4.3 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>`,
  "door-out": svg`<path d="M13 20H5V9.5a5 5 0 0 1 8-4M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5"/>`,
  note: svg`<path d="M5 4h14v11l-5 5H5z"/><path d="M14 20v-5h5M8.5 8.5h7M8.5 12h4"/>`,
  pencil: svg`<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z"/><path d="M13.5 7l3.5 3.5"/>`,
  download: svg`<path d="M12 4v11M7.5 10.8L12 15.3l4.5-4.5M4 20h16"/>`,
  table: svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"/>`,
  chart: svg`<path d="M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6"/>`,
  settings: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/>`,
  "text-size": svg`<path d="M2.5 18.5L8 5l5.5 13.5M4.3 14.2h7.4M14.5 18.5l3.5-8.5 3.5 8.5M15.6 15.8h4.8"/>`,
  contrast: svg`<circle cx="12" cy="12" r="9"/><path d="M12 3v18a9 9 0 0 0 0-18z" fill="currentColor"/>`,
  "speaker-off": svg`<path d="M4 10v4h3.5l5 4V6l-5 4zM16.5 9.5l5 5M21.5 9.5l-5 5"/>`,
  speaker: svg`<path d="M4 10v4h3.5l5 4V6l-5 4z"/><path d="M16 9a4.3 4.3 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>`,
};

/** @param {string} name */
export function icon(name) {
  const shape = SHAPES[/** @type {keyof typeof SHAPES} */ (name)] ?? SHAPES.paper;
  const directed = DIRECTED.has(name) ? " icon-directed" : "";
  return html`<svg class=${`icon${directed}`} viewBox="0 0 24 24" aria-hidden="true">
    ${shape}
  </svg>`;
}

/** Foyer's own sign: a doorway with the light on and the door ajar. */
export const mark = (title = "") =>
  html`<svg
    class="mark"
    viewBox="0 0 32 32"
    role=${title ? "img" : nothing}
    aria-label=${title || nothing}
    aria-hidden=${title ? nothing : "true"}
  >
    <path class="mark-wall" d="M4 30V14a12 12 0 0 1 24 0v16z" />
    <path class="mark-light" d="M10 30V15a6 6 0 0 1 12 0v15z" />
    <path class="mark-door" d="M16 9a6 6 0 0 1 6 6v15l-6-4z" />
  </svg>`;
