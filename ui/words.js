/**
 * The words of the screens, from Fluent files: `await loadWords("de", ["floor", "kiosk"])`, then
 * `t("kiosk-welcome", { name })`. `ui` is always loaded with them.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** @type {Map<string, Promise<FluentResource>>} */
const files = new Map();
let bundle = new FluentBundle("en");
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
 * @param {string} lang
 * @param {string[]} names
 */
export async function loadWords(lang, names) {
  bundle = bundled(lang, await fetched(lang, names));
  current = lang;
  document.documentElement.lang = lang;
  document.documentElement.dir = direction(lang);
  window.dispatchEvent(new CustomEvent("foyer:language", { detail: lang }));
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
 * Fetches without switching, so that a later switch works at once and without the server.
 * @param {string[]} langs
 * @param {string[]} names
 */
export const preloadWords = (langs, names) =>
  Promise.all(langs.map((lang) => fetched(lang, names)));

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
  const fetching = fetch(url).then(async (response) => {
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
