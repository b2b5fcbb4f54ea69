// Whoever nobody can serve, in words, with what to do: nobody waits in vain, unseen.

import { html, nothing } from "ui/element.js";
import { icon } from "ui/icons.js";
import { pick, t } from "ui/words.js";
import { counterName, desk } from "./desk.js";

/** @param {(visit: any) => void} tap shows what may be done with it */
export function unserved(tap) {
  const listed = desk.floor.unserved;
  if (!listed.length) return nothing;
  return html`<section class="unserved" role="alert" aria-label=${t("staff-unserved")}>
    <h2>${icon("warning")} ${t("staff-unserved")}</h2>
    <ul>
      ${listed.map(
        (one) =>
          html`<li>
            <button class="chip" @click=${() => tap(desk.visit(one.visit))}>
              <b class="num">${one.ticket}</b>
            </button>
            <span>${why(one)} <b>${whatToDo(one)}</b></span>
          </li>`,
      )}
    </ul>
  </section>`;
}

const why = ({ why, service }) =>
  t(`staff-unserved-${why}`, { service: pick(desk.servicePlan(service).name) });

function whatToDo({ ticket, counters, ...one }) {
  const opens = one.do[0] === "open" && counters.length;
  const first = one.do[0] === "open" && !opens ? one.do[1] : one.do[0];
  return t(`staff-unserved-do-${first}`, {
    ticket,
    ...(opens ? { counters: counters.map(counterName).join(", ") } : {}),
  });
}
