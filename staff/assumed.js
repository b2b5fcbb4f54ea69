// What this tablet shows of a visit whose taps have not been sent yet: as if they were done already.
// The server decides when it hears of them; a "no" then puts everything right.

const ENDED = () => ({ state: "ended", allowed_actions: [] });
const SERVED = ["finish", "papers"];

/** @type {Record<string, (visit: any, tap: import("./outbox.js").Tap) => any>} */
const AFTER = {
  start: (_, { at }) => ({
    state: "serving",
    started_at: new Date(at).toISOString(),
    allowed_actions: SERVED,
  }),
  resolved: ENDED,
  unresolved: ENDED,
  escalated: ENDED,
  no_show: ENDED,
  remove: ENDED,
  transfer: ENDED,
  hold: () => ({ state: "held", allowed_actions: [] }),
  papers: ({ papers }, { body }) => ({ papers: { ...papers, items: marked(papers.items, body) } }),
};

const marked = (items, body) =>
  items.map((item) => body.items.find(({ paper }) => paper === item.paper) ?? item);

/** @typedef {import("ui/views.js").VisitView & { unsent?: boolean }} Visit as it is, or is going to be */

/**
 * @param {Visit} visit
 * @param {import("./outbox.js").Tap[]} taps not sent yet
 * @returns {Visit}
 */
export function assumed(visit, taps) {
  const about = taps.filter(({ path }) => path.startsWith(`/visits/${visit?.id}/`));
  return about.reduce(
    (now, tap) => ({ ...now, ...AFTER[tap.what]?.(now, tap), unsent: true }),
    visit,
  );
}
