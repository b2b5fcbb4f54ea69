/** What a customer's pages share: the key in the link, and the top with store, language and stale news. */
import { html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon, mark } from "ui/icons.js";
import { language, languages, ownName, pick, t } from "ui/words.js";

const CHOSEN = "foyer:language";

/** The key in the link by which this page was opened. */
export const secret = () =>
  document.querySelector('meta[name="foyer-secret"]')?.getAttribute("content") ?? "";

/**
 * @param {any} store
 * @param {number | null} since the last news, where there should have been newer
 * @param {(lang: string) => Promise<void>} speak
 */
export const head = (store, since, speak) =>
  html`<header class="head">
      <p class="store">${mark()} ${pick(store?.name)}</p>
      ${languages().length > 1 ? languageChoice(speak) : nothing}
    </header>
    <div role="status">
      ${
        since === null
          ? nothing
          : html`<p class="stale">
              ${icon("signal-lost")} ${t("phone-stale", { time: clock(since) })}
            </p>`
      }
    </div>`;

/** @param {(lang: string) => Promise<void>} speak */
function languageChoice(speak) {
  const current = document.documentElement.lang;
  const choose = async (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    rememberLanguage(select.value);
    await speak(select.value);
    select.value = language();
  };
  return html`<label class="language">
    ${icon("language")}<span class="visually-hidden">${t("phone-language")}</span>
    <select @change=${choose}>
      ${languages().map(
        (lang) =>
          html`<option value=${lang} lang=${lang} ?selected=${lang === current}>
            ${ownName(lang)}
          </option>`,
      )}
    </select>
  </label>`;
}

/** The view that came with the page. */
export function withPage() {
  const text = document.getElementById("view")?.textContent;
  return text ? JSON.parse(text) : null;
}

export function chosenLanguage() {
  try {
    const lang = sessionStorage.getItem(CHOSEN);
    return lang && languages().includes(lang) ? lang : null;
  } catch {
    return null;
  }
}

/** @param {string} lang */
function rememberLanguage(lang) {
  try {
    sessionStorage.setItem(CHOSEN, lang);
  } catch {
    // Then the next opening starts in the customer's first language again.
  }
}
