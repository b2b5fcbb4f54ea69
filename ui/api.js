/**
 * The public interface, as the pages use it. A write carries its own key and is tried again with
 * the same key when the answer is lost, so that it is done once, however often it is sent.
 */
import { setTimeZone } from "./format.js";
import { setServerTime } from "./time.js";
import { has, t } from "./words.js";

/** @typedef {{ ok: boolean, status: number, body: any }} Answer */
/** @typedef {{ key?: string, secret?: string, signal?: AbortSignal }} Options */

const PAUSES_MS = [500, 1000];
const PATIENCE_MS = 8000;
const NOTHING = { ok: false, status: 0, body: null };

export const store = () =>
  document.querySelector('meta[name="foyer-store"]')?.getAttribute("content") ?? "main";

/** A key for one write. `crypto.randomUUID` is missing on a phone that came over plain HTTP. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @type {Promise<any> | null} */
let about = null;

export const api = {
  /** @param {string} path @param {Options} [options] */
  get: (path, options) => tried("GET", path, undefined, options),
  /** @param {string} path @param {any} [body] @param {Options} [options] */
  post: (path, body = {}, options) => tried("POST", path, body, { key: newKey(), ...options }),
  /** @param {string} path @param {Options} [options] */
  delete: (path, options) => tried("DELETE", path, undefined, { key: newKey(), ...options }),
  /** What the store is: asked once, and again only after a failure. */
  about() {
    about ??= tried("GET", "", undefined).then(({ ok, body }) => {
      if (!ok) {
        about = null;
        throw new Error("the store did not say what it is");
      }
      setTimeZone(body.time_zone);
      setServerTime(body.now, body.speed);
      return body;
    });
    return about;
  },
  /** The store may have been opened anew, with other services: ask again next time. */
  forgetAbout() {
    about = null;
  },
};

/** @param {string} path */
const url = (path) => (/^\/(api|v|a)\//.test(path) ? path : `/api/v1/stores/${store()}${path}`);

/**
 * @param {string} method
 * @param {string} path
 * @param {any} body
 * @param {Options} [options]
 * @returns {Promise<Answer>}
 */
async function tried(method, path, body, options = {}) {
  let answer = await once(method, path, body, options);
  for (const pause of PAUSES_MS) {
    if (answer.status !== 0 && answer.status !== 503) break;
    if (options.signal?.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await once(method, path, body, options);
  }
  return answer;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {any} body
 * @param {Options} options
 * @returns {Promise<Answer>}
 */
async function once(method, path, body, { key, secret, signal }) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  signal?.addEventListener("abort", () => patience.abort());
  try {
    const response = await fetch(url(path), {
      method,
      headers: headers(body, key, secret),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: patience.signal,
    });
    return { ok: response.ok, status: response.status, body: await content(response) };
  } catch {
    return NOTHING;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * None where none is needed: what the page was given ahead is found again only without.
 * @param {any} body
 * @param {string} [key]
 * @param {string} [secret]
 */
function headers(body, key, secret) {
  /** @type {Record<string, string>} */
  const all = {};
  if (body !== undefined) all["Content-Type"] = "application/json";
  if (key) all["Idempotency-Key"] = key;
  if (secret) all["Authorization"] = `Bearer ${secret}`;
  return all;
}

/** @param {Response} response */
async function content(response) {
  const text = await response.text();
  const type = response.headers.get("Content-Type") ?? "";
  return type.includes("json") && text ? JSON.parse(text) : text || null;
}

/**
 * A refusal as a sentence in the customer's language; the server's own English one if it is new to us.
 * @param {any} problem
 */
export function problemText(problem) {
  const id = `refusal-${problem?.code}`;
  if (problem?.code && has(id)) return t(id, problem.args ?? {});
  return problem?.detail || t("ui-went-wrong");
}
