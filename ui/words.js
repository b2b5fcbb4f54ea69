/**
 * The words of the screens: `await loadWords("de", ["floor", "kiosk"])`, then
 * `t("kiosk-welcome", { name })`. `ui` is always loaded with them. One request brings them all, from
 * Foyer's files and the store's own; what is missing in a language follows in the next best one.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { patience } from "./patience.js";

/** @typedef {{ code: string, name: string, direction: string, locale: string }} Language */

const meta = document.querySelector('meta[name="foyer-languages"]');
/** @type {Language[]} The languages of this store, its first one first. */
const spoken = JSON.parse(meta?.getAttribute("content") ?? "[]");

const PATIENCE_MS = 5000;
const AGAIN_MS = 2000;
/** @type {Map<string, Promise<FluentBundle[]>>} */
const loaded = new Map();
/** @type {FluentBundle[]} */
let bundles = [];
/** Whether there are any words yet. */
let speaks = false;
/** Switches are counted, so that a slow one never undoes a later. */
let asked = 0;
let switched = 0;
let current = spoken[0]?.code ?? "en";

/** @param {string} lang */
const about = (lang) => spoken.find(({ code }) => code === lang);

export const language = () => current;
/** For `Intl`: the digits are those printed on tickets and doors. */
export const locale = (lang = current) => forIntl(about(lang)?.locale ?? "en-GB");
/** @param {string} lang */
export const direction = (lang) => about(lang)?.direction ?? "ltr";
/** The language's name in itself. @param {string} lang */
export const ownName = (lang) => about(lang)?.name ?? lang;
/** @param {string} id */
export const has = (id) => bundles.some((one) => one.hasMessage(id));
/** The languages of this store, its first one first. */
export const languages = () => spoken.map(({ code }) => code);

/** @param {string} tag */
const forIntl = (tag) => `${tag}-u-nu-latn`;

/** The store's language that suits this browser best. */
export function preferredLanguage() {
  const offered = languages();
  for (const tag of navigator.languages) {
    const base = tag.split("-")[0];
    const found =
      offered.find((code) => code.toLowerCase() === tag.toLowerCase()) ??
      offered.find((code) => code.split("-")[0] === base);
    if (found) return found;
  }
  return offered[0];
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
  bundles = found.bundles;
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
      const words = await fetched(one, names).catch(() => null);
      if (words) return { lang: one, bundles: words };
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
  const bundles = await fetched(lang, names);
  return {
    lang,
    dir: direction(lang),
    t: (id, args) => said(bundles, id, args),
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
  const url = `/words/${lang}/${[...new Set(["ui", ...names])].sort().join(",")}`;
  const known = loaded.get(url);
  if (known) return known;
  const fetching = fetch(url, { signal: patience(PATIENCE_MS) }).then(async (response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return bundled(lang, await response.json());
  });
  loaded.set(url, fetching);
  fetching.catch(() => loaded.delete(url));
  return fetching;
}

/**
 * @param {string} lang
 * @param {{ locale: string, fluent: string }[]} texts
 */
function bundled(lang, texts) {
  // Isolating marks keep "R017" upright inside Arabic; elsewhere they would only be invisible noise.
  const useIsolating = direction(lang) === "rtl";
  return texts.map((text) => {
    const words = new FluentBundle(forIntl(text.locale), { useIsolating });
    words.addResource(new FluentResource(text.fluent), { allowOverrides: true });
    return words;
  });
}

/**
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string}
 */
export const t = (id, args) => said(bundles, id, args);

/**
 * @param {FluentBundle[]} bundles
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string}
 */
function said(bundles, id, args) {
  const words = bundles.find((one) => one.hasMessage(id));
  const message = words?.getMessage(id);
  if (!words || !message?.value) {
    console.error(`no words for ${id}`);
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
