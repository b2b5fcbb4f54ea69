/** A name, a figure, and below them the share it is, as a bar. */
import { css, html } from "ui/element.js";

/** @param {string} name @param {number} share @param {string} figure @param {string} [kind] */
export const shareBar = (name, share, figure, kind = "") =>
  html`<li class=${kind}>
    <span>${name}</span> <b class="num">${figure}</b>
    <span class="bar" ${css({ "--share": share })}></span>
  </li>`;
