// Where a message is written: words, one file, choices, and what it replies to.
import { WORDS, filled } from "./words.js";
import { el, summary } from "./messages.js";

const $ = (id) => document.getElementById(id);
const words = $("words"), chip = $("chip"), choices = $("choices"), optionsButton = $("options");
const DRAFT = "photoplay.draft", CHOSEN = "photoplay.options";

let file = null; // { name, type, preview, id: Promise<string>, abort(), failed }
let replyTo = null;
let limit = 20 << 20;
let commands = [];
let chosen = kept(CHOSEN, {});
let send = () => {};
let toast = () => {};

export function kept(name, otherwise) {
  try { return JSON.parse(localStorage.getItem(name)) ?? otherwise; } catch { return otherwise; }
}

export function keep(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* private windows may refuse */ }
}

export function start(actions) {
  send = actions.send;
  toast = actions.toast;
  words.value = kept(DRAFT, "");
  grow();
}

export function setUp(facts) {
  limit = facts.uploadBytes;
  commands = facts.commands;
  drawChoices(facts.choices);
}

// ---- words

export function putBack(text) {
  words.value = words.value ? `${text}\n${words.value}` : text;
  grow();
  words.focus();
}

function grow() {
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight, 180)}px`;
  keep(DRAFT, words.value);
  $("send").disabled = !words.value.trim() && !(file && !file.failed);
  words.placeholder = file || replyTo ? WORDS.wordsHint : WORDS.wordsHintNoPhoto;
  suggest();
}

words.addEventListener("input", grow);
words.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && !event.shiftKey && !$("commands").hidden) {
    event.preventDefault();
    $("commands").firstElementChild.click();
  }
  if (event.key === "Escape") $("commands").hidden = true;
  // Enter that ends an input method's composition is not meant for us.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    submit();
  }
});
$("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });

function submit() {
  const text = words.value.trim();
  const sent = file && !file.failed ? file : null;
  if (!text && !sent) return;
  words.value = "";
  file = null;
  const answered = replyTo;
  replyTo = null;
  drawFile();
  drawReply();
  closeChoices();
  grow();
  send(text, sent, { ...chosen }, answered?.id);
}

function suggest() {
  const typed = /^\/(\w*)$/.exec(words.value)?.[1]?.toLowerCase();
  const fitting = typed === undefined ? [] : commands.filter((c) => c.name.startsWith(typed));
  $("commands").hidden = fitting.length === 0;
  $("commands").replaceChildren(...fitting.map((command) =>
    el("button", { type: "button", onclick: () => { words.value = `/${command.name} `; words.focus(); grow(); } },
      el("b", {}, `/${command.name}`), el("span", { dir: "auto" }, command.description))));
}

// ---- the file

export function attach(picked) {
  if (!picked) return;
  if (picked.size > limit) return toast(filled(WORDS.tooLarge, { megabytes: limit >> 20 }));
  dropFile();
  file = { name: picked.name || "", type: picked.type || "", source: picked, failed: false, percent: 0 };
  file.preview = /^image\//.test(file.type) ? URL.createObjectURL(picked) : null;
  upload(file);
  drawFile();
  grow();
  words.focus({ preventScroll: true });
}

// XMLHttpRequest and not fetch: only it tells how far an upload is.
export function upload(target) {
  target.failed = false;
  const call = new XMLHttpRequest();
  target.abort = () => call.abort();
  target.id = new Promise((resolve, reject) => {
    call.open("POST", "/api/chat/uploads");
    call.setRequestHeader("X-Photoplay", "1");
    call.setRequestHeader("Content-Type", "application/octet-stream");
    call.responseType = "json";
    call.upload.onprogress = (event) => {
      target.percent = Math.round((100 * event.loaded) / Math.max(1, event.total));
      if (file === target) drawFile();
    };
    call.onload = () => {
      if (call.status === 201) resolve(call.response.id);
      else reject(new Error(call.response?.sentence ?? WORDS.uploadFailed));
    };
    call.onerror = () => reject(new Error(WORDS.offline));
    call.onabort = () => reject(new Error(""));
    call.send(target.source);
  });
  target.id.then(
    () => { target.done = true; if (file === target) drawFile(); },
    (error) => { target.failed = true; target.why = error.message; if (file === target) { drawFile(); grow(); } });
}

function dropFile() {
  if (!file) return;
  const old = file;
  file = null;
  if (!old.done) old.abort();
  old.id.then((id) => fetch(`/api/chat/uploads/${id}`, { method: "DELETE", headers: { "X-Photoplay": "1" } })).catch(() => {});
  if (old.preview) URL.revokeObjectURL(old.preview);
}

function drawFile() {
  chip.hidden = !file;
  if (!file) return;
  const thumb = chip.querySelector(".thumb");
  if (thumb.dataset.of !== (file.preview ?? "")) {
    thumb.dataset.of = file.preview ?? "";
    thumb.replaceChildren();
    if (file.preview) thumb.append(el("img", { src: file.preview, alt: "" }));
  }
  chip.querySelector("b").textContent = file.name || WORDS.photo;
  chip.querySelector("small").textContent = file.failed ? file.why || WORDS.uploadFailed
    : file.done ? WORDS.uploaded : filled(WORDS.uploading, { percent: file.percent });
  chip.classList.toggle("bad", file.failed);
  chip.classList.toggle("ready", Boolean(file.done));
  chip.querySelector(".bar i").style.width = `${file.done ? 100 : file.percent}%`;
}

chip.querySelector("button").addEventListener("click", () => { dropFile(); drawFile(); grow(); words.focus(); });
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", (event) => { attach(event.target.files[0]); event.target.value = ""; });
document.addEventListener("paste", (event) => {
  const pasted = event.clipboardData?.files[0];
  if (pasted) { event.preventDefault(); attach(pasted); }
});

let over = 0;
const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragenter", (event) => { if (carriesFile(event)) { over++; $("drop").hidden = false; } });
document.addEventListener("dragleave", (event) => { if (carriesFile(event) && --over <= 0) { over = 0; $("drop").hidden = true; } });
document.addEventListener("dragover", (event) => { if (carriesFile(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  over = 0;
  $("drop").hidden = true;
  if (carriesFile(event)) { event.preventDefault(); attach(event.dataTransfer.files[0]); }
});

// ---- reply and choices

export function reply(message) {
  replyTo = message;
  drawReply();
  grow();
  words.focus();
}

function drawReply() {
  $("reply").hidden = !replyTo;
  $("reply").querySelector("span").textContent = replyTo ? filled(WORDS.replyingTo, { message: summary(replyTo) }) : "";
}
$("reply").querySelector("button").addEventListener("click", () => { replyTo = null; drawReply(); grow(); words.focus(); });

function drawChoices(offered) {
  const there = ([name, value]) => offered.some((it) => it.name === name && it.values.some((one) => one.value === value));
  chosen = Object.fromEntries(Object.entries(chosen).filter(there));
  choices.replaceChildren(...offered.map(({ name, label: title, values }) =>
    el("fieldset", {}, el("legend", {}, title), ...[{ value: "", label: WORDS.usual }, ...values].map(({ value, label }) =>
      el("label", {}, el("input", {
        type: "radio", name, value, checked: (chosen[name] ?? "") === value,
        onchange: () => { if (value) chosen[name] = value; else delete chosen[name]; keep(CHOSEN, chosen); mark(); },
      }), el("span", {}, label))))));
  mark();
}

const mark = () => optionsButton.classList.toggle("on", Object.keys(chosen).length > 0);

function closeChoices() {
  choices.hidden = true;
  optionsButton.setAttribute("aria-expanded", "false");
}

optionsButton.addEventListener("click", () => {
  choices.hidden = !choices.hidden;
  optionsButton.setAttribute("aria-expanded", String(!choices.hidden));
  if (!choices.hidden) choices.querySelector("input:checked")?.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !choices.hidden) { closeChoices(); optionsButton.focus(); }
});
document.addEventListener("pointerdown", (event) => {
  if (!choices.hidden && !choices.contains(event.target) && !optionsButton.contains(event.target)) closeChoices();
});
