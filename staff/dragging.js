// Cards that can be dragged from line to line. Sortable moves nodes that Lit owns, so each is put back
// exactly where it was before anything is drawn again; the move itself comes back as news from the server.

import Sortable from "sortablejs";

const TOUCH_DELAY_MS = 120;

/** @type {WeakSet<HTMLElement>} */
const prepared = new WeakSet();

/**
 * @param {HTMLElement} list with `data-line`, its cards with `data-visit`
 * @param {{begin: (visit: string) => void, over: (line: string | null) => void, end: () => void, drop: (visit: string, line: string) => void}} on
 */
export function makeDraggable(list, { begin, over, end, drop }) {
  if (prepared.has(list)) return;
  prepared.add(list);
  /** @type {Node | null} */
  let after = null;
  Sortable.create(list, {
    group: "lines",
    draggable: "[data-movable]",
    sort: false,
    forceFallback: true,
    fallbackOnBody: true,
    fallbackTolerance: 4,
    delay: TOUCH_DELAY_MS,
    delayOnTouchOnly: true,
    touchStartThreshold: 6,
    ghostClass: "drag-place",
    fallbackClass: "drag-hand",
    onChoose: ({ item }) => (after = item.nextSibling),
    onStart: ({ item }) => begin(item.dataset.visit ?? ""),
    onMove: ({ from, to }) => over(to === from ? null : (to.dataset.line ?? "")),
    onEnd: ({ item, from, to }) => {
      from.insertBefore(item, after);
      end();
      const line = to.dataset.line ?? "";
      if (to !== from) drop(item.dataset.visit ?? "", line);
    },
  });
}
