/**
 * QR codes and barcodes seen by a browser alone, where no agent reads. The reader (ZXing, 450 kB
 * packed) is fetched the first time a camera opens, never before.
 */

const FORMATS = ["QRCode", "DataMatrix", "Code128", "Code39", "EAN-13", "UPC-A", "ITF"];
const PROVEN = ["QRCode", "DataMatrix"];
const SIDE_MAX = 1280;
const PAUSE_MS = 120;

/** @type {Promise<typeof import("zxing-wasm")> | null} */
let reader = null;

/** A browser lends its camera only to localhost and https. */
export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

/** Whether one is there at all: on most machines the browser could lend one, and there is none. */
export async function seesCamera() {
  if (!hasCamera()) return false;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(({ kind }) => kind === "videoinput");
}

function ready() {
  reader ??= import("zxing-wasm").then(async (zxing) => {
    const locateFile = (/** @type {string} */ name) => `/ui/vendor/${name}`;
    await zxing.prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
    return zxing;
  });
  reader.catch(() => (reader = null));
  return reader;
}

/**
 * The first code the camera sees. Barcodes correct no errors, so they must be seen twice.
 * @param {HTMLVideoElement} video
 * @param {() => boolean} goesOn
 * @returns {Promise<string | null>} nothing once it does not go on
 */
export async function firstCode(video, goesOn) {
  const { readBarcodes } = await ready();
  let last = "";
  while (goesOn()) {
    const options = { formats: FORMATS, tryHarder: true, maxNumberOfSymbols: 1 };
    const [code] = await readBarcodes(still(video), options);
    if (!goesOn()) break;
    if (code?.isValid && (PROVEN.includes(code.format) || code.text === last)) return code.text;
    last = code?.isValid ? code.text : "";
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

/** @param {HTMLVideoElement} video */
function still(video) {
  const share = Math.min(1, SIDE_MAX / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(video.videoWidth * share));
  canvas.height = Math.max(1, Math.round(video.videoHeight * share));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** The code of a slip's or ticket's QR, which is the address of its visit. @param {string} text */
export const slipIn = (text) =>
  /^https?:\/\/[^\s?]+\/v\/([\w-]{16,})\/?$/.exec(text)?.[1] ??
  /^https?:\/\/\S*[?&]resume=([\w-]{16,})/.exec(text)?.[1] ??
  null;
