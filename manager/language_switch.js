/** The store's languages, each named in itself. The page remembers the one it spoke last. */
import { html, nothing } from "ui/element.js";
import { language, languages, loadWords, ownName, preferredLanguage, t } from "ui/words.js";

const WORDS = ["floor", "manager", "today"];
const REMEMBERED = "foyer-manager-language";

export function speakFirst() {
  const last = localStorage.getItem(REMEMBERED) ?? "";
  return loadWords(languages().includes(last) ? last : preferredLanguage(), WORDS);
}

/** @param {HTMLSelectElement} select */
async function speak(select) {
  localStorage.setItem(REMEMBERED, select.value);
  await loadWords(select.value, WORDS);
  select.value = language();
}

export function languageSwitch() {
  if (languages().length < 2) return nothing;
  return html`<label class="language">
    <span class="visually-hidden">${t("manager-language")}</span>
    <select @change=${(/** @type {any} */ event) => speak(event.target)}>
      ${languages().map(
        (code) =>
          html`<option value=${code} lang=${code} ?selected=${code === language()}>
            ${ownName(code)}
          </option>`,
      )}
    </select>
  </label>`;
}
