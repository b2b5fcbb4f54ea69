/** The agent on the kiosk's own machine, as the page uses it: a page without one goes on by touch. */
import { patience } from "ui/patience.js";

/** @typedef {import("./walk.js").Read} Read */
/** What became of a ticket that was asked for while the server was away.
 * @typedef {{ kept: string, arrived_at: string, state: "waiting" | "made" | "refused",
 *   ticket?: string, visit?: string, secret?: string, problem?: any }} KeptTicket */
/** @typedef {{ readers: string[], printer: { dots: number } | null }} About */

/** A printer that has stopped is given up by the agent after ten. */
const PATIENCE_MS = 15_000;

/** The agent names itself in the page's address. */
export const agentIsHere = () => new URLSearchParams(location.search).has("agent");

/** @returns {Promise<About | null>} */
export const aboutAgent = () => (agentIsHere() ? asked("/agent/about") : Promise.resolve(null));

/** The codes given out lately and the numbers they became. @returns {Promise<{ items: KeptTicket[] } | null>} */
export const ticketsLately = () =>
  agentIsHere() ? asked("/agent/tickets") : Promise.resolve(null);

/** @param {string} key @returns {Promise<KeptTicket | null>} */
export const ticketOf = (key) =>
  asked("/agent/tickets", { method: "POST", headers: { "Idempotency-Key": key } });

/**
 * What was typed, as papers are compared; nothing where there is nothing to compare.
 * @param {string} question
 * @param {string} text
 * @returns {Promise<string | null>}
 */
export async function typedMatch(question, text) {
  const what = new URLSearchParams({ question });
  return (await asked(`/agent/typed?${what}`, { method: "POST", body: text }))?.match ?? null;
}

/**
 * @param {string} path
 * @param {RequestInit} [how]
 * @returns {Promise<any>} nothing where the agent does not answer
 */
export async function asked(path, how) {
  try {
    const answer = await fetch(path, { signal: patience(PATIENCE_MS), ...how });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
