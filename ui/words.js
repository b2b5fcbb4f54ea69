/**
 * The words of the screens, from Fluent files: `await loadWords("de", ["floor", "kiosk"])`, then
 * `t("kiosk-welcome", { name })`. `ui` is always loaded with them.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { patience } from "./patience.js";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** @type {Map<string, Promise<FluentResource>>} */
const files = new Map();
const PATIENCE_MS = 5000;
const AGAIN_MS = 2000;
let bundle = new FluentBundle("en");
/** Whether there are any words yet. */
let speaks = false;
/** Switches are counted, so that a slow one never undoes a later. */
let asked = 0;
let switched = 0;
let current = "en";

export const language = () => current;
/** For `Intl`: the digits are those printed on tickets and doors, and "21 November" is said so. */
export const locale = (lang = current) => `${lang === "en" ? "en-GB" : lang}-u-nu-latn`;
/** @param {string} lang */
export const direction = (lang) => (RIGHT_TO_LEFT.has(lang) ? "rtl" : "ltr");
/** @param {string} id */
export const has = (id) => bundle.hasMessage(id);

/** The languages of this store, its first one first. */
export function languages() {
  const meta = document.querySelector('meta[name="foyer-languages"]');
  return (meta?.getAttribute("content") || "en").split(" ");
}

/** The store's language that suits this browser best. */
export function preferredLanguage() {
  const offered = languages();
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  return wanted.find((tag) => offered.includes(tag)) ?? offered[0];
}

/**
 * Speaks `lang` from here on; where its words do not come, the language at hand. Before there is
 * any, another one of the store, and this waits until one comes. Rejects never.
 * @param {string} lang
 * @param {string[]} names
 */
export async function loadWords(lang, names) {
  const turn = ++asked;
  const others = languages().filter((one) => one !== lang);
  const found = await firstThatComes(lang, others, names);
  if (!found || turn < switched) return;
  switched = turn;
  speaks = true;
  bundle = bundled(found.lang, found.resources);
  current = found.lang;
  document.documentElement.lang = current;
  document.documentElement.dir = direction(current);
  window.dispatchEvent(new CustomEvent("foyer:language", { detail: current }));
}

/**
 * @param {string} lang
 * @param {string[]} others
 * @param {string[]} names
 */
async function firstThatComes(lang, others, names) {
  for (;;) {
    for (const one of [lang, ...others]) {
      const resources = await fetched(one, names).catch(() => null);
      if (resources) return { lang: one, resources };
      if (speaks) return null;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** @typedef {{ lang: string, dir: string, t: typeof t, pick: typeof pick }} Speaker */

/**
 * The words of one language beside the page's own: a TV speaks several at once.
 * @param {string} lang
 * @param {string[]} names
 * @returns {Promise<Speaker>}
 */
export async function wordsIn(lang, names) {
  const bundle = bundled(lang, await fetched(lang, names));
  return {
    lang,
    dir: direction(lang),
    t: (id, args) => said(bundle, id, args),
    pick: (words) => picked(words, lang),
  };
}

/**
 * Those of the store's languages whose words come, in its order; and `learn` again, later, while
 * some are missing.
 * @param {string[]} names
 * @param {(speakers: Speaker[]) => void} learn
 */
export async function learnLanguages(names, learn) {
  const told = await Promise.allSettled(languages().map((lang) => wordsIn(lang, names)));
  const speakers = told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  learn(speakers);
  if (speakers.length < told.length) setTimeout(() => learnLanguages(names, learn), AGAIN_MS);
}

/**
 * @param {string} lang
 * @param {string[]} names
 */
function fetched(lang, names) {
  return Promise.all(["ui", ...names].map((name) => file(`/ui/words/${lang}/${name}.ftl`)));
}

/** @param {string} url */
function file(url) {
  const known = files.get(url);
  if (known) return known;
  const fetching = fetch(url, { signal: patience(PATIENCE_MS) }).then(async (response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return new FluentResource(await response.text());
  });
  files.set(url, fetching);
  fetching.catch(() => files.delete(url));
  return fetching;
}

/**
 * @param {string} lang
 * @param {FluentResource[]} resources
 */
function bundled(lang, resources) {
  const rtl = direction(lang) === "rtl";
  // Isolating marks keep "R017" upright inside Arabic; elsewhere they would only be invisible noise.
  const words = new FluentBundle(locale(lang), { useIsolating: rtl });
  for (const resource of resources) words.addResource(resource);
  return words;
}

/**
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string}
 */
export const t = (id, args) => said(bundle, id, args);

/**
 * @param {FluentBundle} words
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string}
 */
function said(words, id, args) {
  const message = words.getMessage(id);
  if (!message?.value) {
    console.error(`no words for ${id} in ${words.locales}`);
    return id;
  }
  /** @type {Error[]} */
  const errors = [];
  const text = words.formatPattern(message.value, args, errors);
  for (const error of errors) console.error(`${id} in ${words.locales}: ${error.message}`);
  return text;
}

/**
 * A text of the store's own, in the current language.
 * @param {Record<string, string> | string | null | undefined} words
 */
export const pick = (words) => picked(words, current);

/**
 * @param {Record<string, string> | string | null | undefined} words
 * @param {string} lang
 */
function picked(words, lang) {
  if (!words) return "";
  if (typeof words === "string") return words;
  return words[lang] ?? words[languages()[0]] ?? Object.values(words)[0] ?? "";
}
