/**
 * A list of any length in the room that is left for it: what does not fit is a page further, behind
 * "More". Lists give way and what is decided with stands still, so nothing is ever below a fold.
 */
import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";

/** Levels of `data-tight`, from ample to dense: air goes first, then the size of titles. */
const TIGHTEST = 3;
const ROUNDING_PX = 1;

/**
 * @param {unknown} rows each a child of the list
 * @param {string} [kind] a class of the list
 * @param {{ more: unknown, top: unknown }} [words]
 */
export const paged = (
  rows,
  kind = "",
  words = { more: t("kiosk-more"), top: t("kiosk-more-top") },
) => html`
  <div class="paged">
    <div class="pages ${kind}" data-scrolls @scroll=${say}>${rows}</div>
    <button class="more" @click=${turn}>
      <span class="further">${icon("arrow-down")} <span>${words.more}</span></span>
      <span class="to-top">${icon("arrow-up")} <span>${words.top}</span></span>
    </button>
  </div>
`;

/** @param {HTMLElement} root whose `data-tight` says how dense it has to be */
export function keepFitting(root) {
  const again = () => fit(root);
  new MutationObserver(again).observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["class", "lang"],
  });
  new ResizeObserver(again).observe(root);
  document.fonts.addEventListener("loadingdone", again);
  again();
}

/** @param {HTMLElement} root */
function fit(root) {
  /** @type {HTMLElement[]} */
  const lists = [...root.querySelectorAll(".pages")].map((one) => /** @type {HTMLElement} */ (one));
  const stood = lists.map(({ scrollTop }) => scrollTop);
  for (const list of lists) list.parentElement?.removeAttribute("data-more");
  for (let tight = 0; tight <= TIGHTEST; tight += 1) {
    root.dataset.tight = String(tight);
    if (![...root.querySelectorAll("main, main .pages, main .keeps")].some(holdsMore)) break;
  }
  lists.forEach((list, index) => {
    const more = holdsMore(list);
    list.parentElement?.toggleAttribute("data-more", more);
    list.scrollTop = stood[index];
    // Who has neither finger nor arrow keys scrolls what holds nothing to press.
    if (more && !list.querySelector("button")) list.tabIndex = 0;
    else list.removeAttribute("tabindex");
    tell(list);
  });
}

/** @param {Element} one */
const holdsMore = ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + ROUNDING_PX;

/** @param {Event} event */
const say = ({ currentTarget }) => tell(/** @type {HTMLElement} */ (currentTarget));

/** @param {HTMLElement} list */
const tell = (list) => list.parentElement?.toggleAttribute("data-at-end", atEnd(list));

/** @param {HTMLElement} list */
const atEnd = ({ scrollTop, scrollHeight, clientHeight }) =>
  scrollTop + clientHeight >= scrollHeight - 2 * ROUNDING_PX;

/** To the page that begins with the first row not seen whole. @param {Event} event */
function turn({ currentTarget }) {
  const list = /** @type {HTMLElement} */ (
    /** @type {HTMLElement} */ (currentTarget).previousElementSibling
  );
  if (atEnd(list)) {
    list.scrollTo(0, 0);
    return;
  }
  const seen = list.getBoundingClientRect();
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const next = rows.find(({ bottom }) => bottom > seen.bottom + ROUNDING_PX);
  const by = (next?.top ?? seen.bottom) - seen.top;
  // A row higher than the list is read in pieces.
  list.scrollBy(0, by > 2 * ROUNDING_PX ? by : 0.8 * list.clientHeight);
}
