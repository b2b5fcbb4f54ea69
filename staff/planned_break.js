// A planned break: when it begins, whether it is due, and who put it later.

import { html, nothing } from "ui/element.js";
import { clock } from "ui/format.js";
import { icon } from "ui/icons.js";
import { millis, serverNow } from "ui/time.js";
import { t } from "ui/words.js";

/** So long before it, a break that is taken is taken to be the planned one. */
const NEAR_MS = 30 * 60_000;

const isDue = ({ at }) => millis(at) <= serverNow();

/** For the head of a line. */
export function breakMark({ planned_break: planned }) {
  if (!planned) return nothing;
  return html`<small class="line-break ${isDue(planned) ? "due" : ""}">
    ${icon("pause")} ${t("staff-break-at", { time: clock(planned.at) })}
  </small>`;
}

/** For whose break it is. */
export function myBreak({ planned_break: planned }) {
  if (!planned) return nothing;
  const due = isDue(planned);
  const { at, planned_at, put_by: by } = planned;
  const key = due ? "staff-my-break-due" : "staff-my-break";
  return html`<div class="my-break ${due ? "due" : ""}" role="note">
    ${icon("pause")}
    <p>
      <b>${t(key, { time: clock(at) })}</b>
      ${by ? html`<small>${t("staff-break-put", { name: by.name, planned: clock(planned_at) })}</small>` : nothing}
    </p>
  </div>`;
}

/** The break that is due or near, if there is one. */
export function breakToTake({ planned_break: planned }) {
  return planned && millis(planned.at) <= serverNow() + NEAR_MS ? planned : null;
}
