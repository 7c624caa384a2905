// The files of the message that is being written: one picture and one recording, each uploaded as
// soon as it is there.
import { WORDS, filled } from "./words.js";
import { el, player, icon } from "./messages.js";

const box = document.getElementById("chip");
const CROSS = "M6 6l12 12M18 6L6 18";
const AGAIN = "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.5H9";

let there = []; // { kind, name, type, source, preview, local, id: Promise<string>, abort(), failed, percent, done }
let number = 0;
let changed = () => {};
let recordAgain = () => {};

export function onChange(told) {
  changed = told;
}

export function onRecordAgain(asked) {
  recordAgain = asked;
}

export const has = (kind) => there.some((file) => file.kind === kind);
export const usable = () => there.filter((file) => !file.failed);
export const any = () => there.length > 0;

const SOUND = /\.(opus|og[ag]|m4a|mp3|wav|amr|aac|flac|caf|aiff?|wma|3gp|weba)$/i;

// Some browsers know no type for what phones record.
export const kindOf = (file) =>
  (/^(audio|video)\//.test(file.type) || (!file.type && SOUND.test(file.name ?? "")) ? "sound" : "picture");

// Adds one; a new picture takes the place of the one before, and so does a recording.
export function add(source) {
  const type = source.type || "";
  const kind = kindOf(source);
  drop(there.find((file) => file.kind === kind));
  const file = {
    kind, type, source, name: source.name || "", seconds: source.seconds, recorded: source.recorded,
    local: `local-${++number}`, failed: false, percent: 0,
    preview: /^(image|audio)\//.test(type) ? URL.createObjectURL(source) : null,
  };
  there = [...there, file].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  upload(file);
  draw();
  changed();
}

// XMLHttpRequest and not fetch: only it tells how far an upload is.
export function upload(file) {
  file.failed = false;
  const call = new XMLHttpRequest();
  file.abort = () => call.abort();
  file.id = new Promise((resolve, reject) => {
    call.open("POST", "/api/chat/uploads");
    call.setRequestHeader("X-Photoplay", "1");
    call.setRequestHeader("Content-Type", "application/octet-stream");
    call.responseType = "json";
    call.upload.onprogress = (event) => {
      file.percent = Math.round((100 * event.loaded) / Math.max(1, event.total));
      file.told?.();
    };
    call.onload = () => {
      if (call.status === 201) resolve(call.response.id);
      else reject(new Error(call.response?.sentence ?? WORDS.uploadFailed));
    };
    call.onerror = () => reject(new Error(WORDS.offline));
    call.onabort = () => reject(new Error(""));
    call.send(file.source);
  });
  file.id.then(
    () => { file.done = true; },
    (error) => { file.failed = true; file.why = error.message; })
    .finally(() => { file.told?.(); changed(); });
}

function drop(file) {
  if (!file) return;
  there = there.filter((it) => it !== file);
  file.told = null;
  if (!file.done) file.abort();
  file.id.then((id) => fetch(`/api/chat/uploads/${id}`, { method: "DELETE", headers: { "X-Photoplay": "1" } })).catch(() => {});
  if (file.preview) URL.revokeObjectURL(file.preview);
}

// Hands all that can be sent over to a message.
export function take() {
  const taken = usable();
  there.filter((file) => file.failed).forEach(drop);
  there = [];
  draw();
  return taken;
}

function draw() {
  box.hidden = there.length === 0;
  const shown = new Map([...box.children].map((node) => [node.dataset.local, node]));
  box.replaceChildren(...there.map((file) => shown.get(file.local) ?? chip(file)));
}

const sized = (file) => file.name || (file.kind === "sound" ? WORDS.recording : WORDS.photo);

function chip(file) {
  const state = el("small", { role: "status" });
  const bar = el("i");
  const remove = el("button", {
    type: "button", class: "icon", "aria-label": file.kind === "sound" ? WORDS.removeSound : WORDS.removePhoto,
    title: file.kind === "sound" ? WORDS.removeSound : WORDS.removePhoto,
    onclick: () => { drop(file); draw(); changed(); document.getElementById("words").focus(); },
  }, icon(CROSS));
  const again = file.recorded && el("button", {
    type: "button", class: "icon", "aria-label": WORDS.recordAgain, title: WORDS.recordAgain,
    onclick: () => { drop(file); draw(); changed(); recordAgain(); },
  }, icon(AGAIN));
  const node = el("div", { class: `chip ${file.kind}`, "data-local": file.local },
    file.kind === "picture" ? el("span", { class: "thumb" }, file.preview && el("img", { src: file.preview, alt: "" })) : null,
    el("span", { class: "about" },
      file.kind === "sound" && file.preview ? player("audio", file.preview, sized(file)) : el("b", { dir: "auto" }, sized(file)), state),
    again || null, remove, el("span", { class: "bar" }, bar));
  file.told = () => {
    state.textContent = file.failed ? file.why || WORDS.uploadFailed
      : file.done ? WORDS.uploaded : filled(WORDS.uploading, { percent: file.percent });
    node.classList.toggle("bad", file.failed);
    node.classList.toggle("ready", Boolean(file.done));
    bar.style.width = `${file.done ? 100 : file.percent}%`;
  };
  file.told();
  return node;
}
