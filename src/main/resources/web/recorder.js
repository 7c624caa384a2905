// Records the microphone. The browser asks for permission when the button is pressed, not before,
// and the microphone is let go as soon as the recording is over.
import { WORDS, filled } from "./words.js";

const $ = (id) => document.getElementById(id);
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const SECONDS_LEFT = 10;

let running = null; // { stream, recorder, context, pieces, begun, timer }
let actions = { add() {}, toast() {}, changed() {} };
let most = 60;

export const recording = () => running !== null;

export function start(given) {
  actions = given;
  $("record").addEventListener("click", record);
  $("recordStop").addEventListener("click", () => running?.recorder?.stop());
  $("recordCancel").addEventListener("click", cancel);
  $("recorder").addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); cancel(); } });
}

export function setLimit(seconds) {
  most = seconds;
}

// Why a microphone or camera could not be had, and what to do.
export function refusal(error, names) {
  if (!navigator.mediaDevices?.getUserMedia) return names.insecure;
  switch (error?.name) {
    case "NotAllowedError": case "SecurityError": return names.denied;
    case "NotFoundError": case "OverconstrainedError": return names.absent;
    case "NotReadableError": case "AbortError": return names.busy;
    default: return names.broken;
  }
}

export async function record() {
  if (running) return;
  const mine = running = { pieces: [] };
  try {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) throw new Error("no microphone for this page");
    mine.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    begin(mine);
  } catch (error) {
    release(mine);
    actions.toast(refusal(error, {
      insecure: WORDS.microphoneInsecure, denied: WORDS.microphoneDenied, absent: WORDS.microphoneAbsent,
      busy: WORDS.microphoneBusy, broken: WORDS.microphoneBroken,
    }));
  }
}

function begin(mine) {
  const kind = KINDS.find((it) => MediaRecorder.isTypeSupported(it));
  mine.recorder = new MediaRecorder(mine.stream, kind ? { mimeType: kind, audioBitsPerSecond: 64000 } : {});
  mine.recorder.ondataavailable = (event) => { if (event.data.size) mine.pieces.push(event.data); };
  mine.recorder.onstop = () => finish(mine);
  mine.recorder.onerror = () => { release(mine); actions.toast(WORDS.microphoneBroken); };
  // A call that comes in, or a microphone that is pulled out, ends it: what was said until then stays.
  for (const track of mine.stream.getTracks()) track.addEventListener("ended", () => mine.recorder.state !== "inactive" && mine.recorder.stop());
  mine.recorder.start();
  mine.begun = performance.now();
  listen(mine);
  show(true);
  tick(mine);
  mine.timer = setInterval(() => tick(mine), 100);
  $("recordStop").focus();
}

export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

function tick(mine) {
  const seconds = (performance.now() - mine.begun) / 1000;
  $("recordTime").textContent = filled(WORDS.recordTime, { time: clock(Math.min(seconds, most)), most: clock(most) });
  $("recorder").classList.toggle("ending", most - seconds < SECONDS_LEFT);
  if (mine.analyser) {
    mine.analyser.getFloatTimeDomainData(mine.wave);
    const peak = mine.wave.reduce((loudest, it) => Math.max(loudest, Math.abs(it)), 0);
    mine.loudest = Math.max(mine.loudest ?? 0, peak);
    $("recordLevel").style.width = `${Math.round(100 * Math.min(1, Math.sqrt(peak)))}%`;
  }
  if (seconds >= most && mine.recorder.state !== "inactive") mine.recorder.stop();
}

function listen(mine) {
  if (!window.AudioContext) return;
  mine.context = new AudioContext();
  mine.analyser = mine.context.createAnalyser();
  mine.wave = new Float32Array(mine.analyser.fftSize);
  mine.context.createMediaStreamSource(mine.stream).connect(mine.analyser);
}

function finish(mine) {
  const seconds = (performance.now() - mine.begun) / 1000;
  const type = (mine.recorder.mimeType || "audio/webm").split(";")[0];
  const unheard = mine.context?.state === "running" && mine.loudest === 0;
  release(mine);
  if (mine.cancelled) return;
  const sound = new Blob(mine.pieces, { type });
  if (sound.size === 0 || seconds < 0.5) return actions.toast(WORDS.recordShort);
  if (unheard) actions.toast(WORDS.recordSilent);
  sound.name = filled(WORDS.recordingOf, { time: clock(Math.max(1, Math.round(seconds))) });
  sound.recorded = true;
  actions.add(sound);
}

function cancel() {
  if (!running) return;
  running.cancelled = true;
  if (running.recorder && running.recorder.state !== "inactive") running.recorder.stop();
  else release(running);
}

function release(mine) {
  clearInterval(mine.timer);
  mine.stream?.getTracks().forEach((track) => track.stop());
  mine.context?.close();
  if (running === mine) running = null;
  show(false);
  $("record").hidden ? $("words").focus() : $("record").focus();
}

function show(on) {
  $("recorder").hidden = !on;
  $("row").hidden = on;
  actions.changed();
}
