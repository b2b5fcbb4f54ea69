// The tablet's languages, each named in itself.

import { html, nothing } from "ui/element.js";
import { language, languages, loadWords, locale, ownName, preferredLanguage, t } from "ui/words.js";

const WORDS = ["appointments", "floor", "lines", "staff", "today"];
const REMEMBERED = "foyer-staff-language";

/** The language this tablet spoke last, else its browser's. */
export function speakFirst() {
  const last = localStorage.getItem(REMEMBERED);
  return loadWords(last && languages().includes(last) ? last : preferredLanguage(), WORDS);
}

async function speak(select) {
  localStorage.setItem(REMEMBERED, select.value);
  await loadWords(select.value, WORDS);
  select.value = language();
}

export function languageSwitch() {
  const spoken = languages();
  if (spoken.length < 2) return nothing;
  return html`<label class="language">
    <span class="visually-hidden">${t("staff-language")}</span>
    <select @change=${(event) => speak(event.target)}>
      ${spoken.map(
        (code) =>
          html`<option value=${code} lang=${code} ?selected=${code === language()}>
            ${ownName(code)}
          </option>`,
      )}
    </select>
  </label>`;
}

/** A language's name in the one this tablet speaks. @param {string} code */
export const nameOf = (code) =>
  new Intl.DisplayNames([locale()], { type: "language" }).of(code) ?? code;
