// A ticket's or slip's code held to the tablet's camera opens that visit, while people still stand in
// line. No picture is kept; the code is looked up and forgotten.

import { api, problemText } from "ui/api.js";
import { firstCode, hasCamera, slipIn } from "ui/codes.js";
import { html } from "ui/element.js";
import { icon } from "ui/icons.js";
import { t } from "ui/words.js";
import { showCustomer } from "./customer_sheet.js";
import { desk } from "./desk.js";
import { StaffDialog, show } from "./dialog.js";

const PAUSE_MS = 250;
const CAMERA = { facingMode: { ideal: "environment" }, width: { ideal: 1280 } };

class StaffScanTicket extends StaffDialog {
  static properties = { said: { state: true } };

  constructor() {
    super();
    this.said = hasCamera() ? "looking" : "needs_https";
    this.problem = "";
    /** @type {MediaStream | null} */ this.stream = null;
  }

  firstUpdated() {
    super.firstUpdated();
    if (hasCamera()) this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }

  async look() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: CAMERA });
    } catch {
      this.said = "no_camera";
      return;
    }
    // Closed meanwhile: nobody would ever stop this camera.
    if (!this.isConnected) return this.stream.getTracks().forEach((track) => track.stop());
    const video = /** @type {HTMLVideoElement} */ (this.querySelector("video"));
    video.srcObject = this.stream;
    await video.play();
    let last = "";
    while (this.isConnected) {
      const code = await firstCode(video, () => this.isConnected).catch(() => null);
      if (code === null) break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (code === last) continue;
      last = code;
      const secret = slipIn(code);
      if (!secret) this.said = "other_code";
      else if (await this.opened(secret)) return;
    }
    if (this.isConnected) this.said = "no_camera";
  }

  /** @param {string} secret */
  async opened(secret) {
    const { ok, body } = await api.get(`/slips/${secret}`);
    const visit = ok ? body.visit?.id : null;
    if (visit && desk.visit(visit)) {
      this.remove();
      showCustomer(visit);
      return true;
    }
    this.problem = ok || !body ? "" : problemText(body);
    this.said = "not_in_line";
    return false;
  }

  render() {
    return this.sheet(
      t("staff-scan"),
      html`<div class="scan-sight" ?hidden=${this.said === "needs_https"}>
          <video muted playsinline></video>
        </div>
        <p class="explain" role="status">
          ${this.said === "not_in_line" && this.problem ? this.problem : t(`staff-scan-${this.said}`)}
        </p>`,
      "scan",
    );
  }
}
customElements.define("staff-scan-ticket", StaffScanTicket);

export const scanButton = () =>
  html`<button class="side" aria-haspopup="dialog" @click=${() => show("staff-scan-ticket")}>
    ${icon("qr")} <span>${t("staff-scan")}</span>
  </button>`;
