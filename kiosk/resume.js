/**
 * A slip or a ticket held to the kiosk again: on the same day it brings the visit back, on a later
 * one all that was answered, so that nothing is asked twice.
 */
import { api } from "ui/api.js";
import { patience } from "ui/patience.js";

/** @typedef {import("./kiosk.js").FoyerKiosk} Kiosk */

/** Somebody stands there and waits: there is a person to ask. */
const PATIENCE_MS = 8000;
const SECRET = /(?:^|\/v\/)([\w-]{30,90})\/?$/;

/**
 * The secret in what a scanner read: the address on a slip, or the secret alone.
 * @param {string} code
 */
export const secretIn = (code) => code.trim().match(SECRET)?.[1] ?? null;

/** The code in the page's address: `?resume=`. */
export const codeInAddress = () => new URLSearchParams(location.search).get("resume");

/** Once it was taken, a reload must not bring this customer back to the next. */
export function forgetCodeInAddress() {
  const address = new URL(location.href);
  address.searchParams.delete("resume");
  history.replaceState(null, "", address);
}

/**
 * @param {Kiosk} kiosk
 * @param {string} secret
 */
export async function bringBack(kiosk, secret) {
  const { walk } = kiosk;
  const answer = await api.get(`/slips/${secret}`, { signal: patience(PATIENCE_MS) });
  if (kiosk.walk !== walk) return;
  if (!answer.ok) return kiosk.refuse(answer.body);
  const slip = answer.body;
  if (!(await kiosk.begin(slip.language))) return;
  const service = kiosk.services.find(({ id }) => id === slip.service);
  if (!service) return;
  kiosk.walk.resume(service, slip);
  if (slip.visit) kiosk.end({ ...slip.visit, follow_url: `/v/${secret}` });
  kiosk.requestUpdate();
}
