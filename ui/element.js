/**
 * The element all screens are made of: Lit without a shadow, so that tokens and base.css reach
 * everything, and rendered anew when the language changes.
 */
import { Directive, LitElement, PartType, directive } from "lit";

export { classMap, createRef, html, keyed, live, nothing, ref, repeat, svg } from "lit";

export class FoyerElement extends LitElement {
  #inNewLanguage = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("foyer:language", this.#inNewLanguage);
  }

  disconnectedCallback() {
    window.removeEventListener("foyer:language", this.#inNewLanguage);
    super.disconnectedCallback();
  }
}

class CssVariables extends Directive {
  /** @param {import("lit").PartInfo} part */
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("css({…}) stands alone in a tag");
  }

  /** @param {Record<string, string | number>} _variables */
  render(_variables) {}

  /**
   * @param {any} part the tag itself: the constructor saw to it
   * @param {any[]} given
   */
  update(part, [variables]) {
    for (const [name, value] of Object.entries(variables)) {
      part.element.style.setProperty(name, String(value));
    }
  }
}

/**
 * `<div class="bar" ${css({ "--share": 0.4 })}>`: a computed length without a style attribute,
 * which the page's security policy blocks.
 */
export const css = directive(CssVariables);
