/**
 * Two soft notes, falling, made here: no file to load and none to lose. A browser may refuse sound
 * until somebody has touched the page; `whenSilent` says so, for staff.
 */
const NOTES_HZ = [659.26, 523.25];
const APART_S = 0.55;
const RINGS_S = 1.6;
const RESUMES_WITHIN_MS = 1000;
/** A struck bar: the note, and what makes it sound like wood and brass rather than a beeper. */
const PARTIALS = [
  { times: 1, loudness: 0.5 },
  { times: 2, loudness: 0.12 },
  { times: 3.93, loudness: 0.07 },
];

/** @type {AudioContext | null} */
let context = null;

/** @param {(silent: boolean) => void} onChange */
export async function whenSilent(onChange) {
  // Every touch: a phone call takes the sound away, and only another touch brings it back.
  const wake = () => context?.state === "running" || sounding(onChange);
  for (const touch of ["pointerdown", "keydown", "click"]) window.addEventListener(touch, wake);
  if (await mayPlay()) wake();
  else onChange(true);
}

/** Asked with an element: a context that may not sound complains in the console. */
async function mayPlay() {
  if (navigator.userActivation?.isActive) return true;
  try {
    await new Audio("/ui/silence.wav").play();
    return true;
  } catch {
    return false;
  }
}

/** @param {(silent: boolean) => void} onChange */
async function sounding(onChange) {
  const sound = (context ??= new AudioContext());
  sound.onstatechange = () => onChange(sound.state !== "running");
  await Promise.race([sound.resume(), new Promise((done) => setTimeout(done, RESUMES_WITHIN_MS))]);
  onChange(sound.state !== "running");
  // What will not go on has to be made anew, with the next touch.
  if (sound.state !== "running" && sound === context) context = null;
}

/** Silence stays silence: a chime that could not sound now must not sound minutes later. */
export function chime() {
  const sound = context;
  if (sound?.state !== "running") return;
  NOTES_HZ.forEach((hz, nth) => strike(sound, hz, sound.currentTime + nth * APART_S));
}

/**
 * @param {AudioContext} sound
 * @param {number} hz
 * @param {number} at_s
 */
function strike(sound, hz, at_s) {
  for (const { times, loudness } of PARTIALS) {
    const tone = new OscillatorNode(sound, { frequency: hz * times });
    const fade = new GainNode(sound, { gain: 0 });
    fade.gain.setValueAtTime(0, at_s);
    fade.gain.linearRampToValueAtTime(loudness, at_s + 0.008);
    fade.gain.exponentialRampToValueAtTime(0.0005, at_s + RINGS_S / Math.sqrt(times));
    tone.connect(fade).connect(sound.destination);
    tone.start(at_s);
    tone.stop(at_s + RINGS_S);
  }
}
