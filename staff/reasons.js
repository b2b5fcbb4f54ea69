// Why papers are not good: what is common everywhere, and what this store has written before.

import { api } from "ui/api.js";

const COMMON = ["expired", "not_original", "other_name", "unreadable", "wrong_paper"];
const OWN_SHOWN = 6;
/** What the server notes when nobody gave a reason, or its words were erased. */
const NO_REASON = ["rejected", "missing", "other"];

/** @type {{paper: string, reason: string, n: number}[]} */
let used = [];

/** Asked for ahead, so that nobody who rejects a paper waits for it; without an answer the common ones do. */
export async function learnReasons() {
  const answer = await api.get("/papers/reasons");
  if (answer.ok) used = answer.body.items;
}

/** The reasons for one paper, those used most for it first. @param {string} paper */
export function reasonsFor(paper) {
  const own = used
    .filter((one) => one.paper === paper && !NO_REASON.includes(one.reason))
    .map(({ reason }) => reason)
    .slice(0, OWN_SHOWN);
  return [...own, ...COMMON.filter((reason) => !own.includes(reason))];
}
