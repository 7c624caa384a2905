// Where a message is written: words, a picture, a recording, choices, and what it replies to.
import { WORDS, filled } from "./words.js";
import { el, summary } from "./messages.js";
import * as files from "./files.js";
import * as recorder from "./recorder.js";
import * as camera from "./camera.js";

const $ = (id) => document.getElementById(id);
const words = $("words"), choices = $("choices"), optionsButton = $("options");
const DRAFT = "photoplay.draft", CHOSEN = "photoplay.options";

const FEW = 6; // more values are a list

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
  files.onChange(grow);
  files.onRecordAgain(recorder.record);
  recorder.start({ add: attach, toast, changed: grow });
  camera.start({ add: attach, toast });
  grow();
  focusWords();
}

// Not on phones, where the keyboard would cover the page.
export function focusWords() {
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) words.focus({ preventScroll: true });
}

export function setUp(facts) {
  limit = facts.uploadBytes;
  recorder.setLimit(facts.recordSeconds);
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
  const empty = !words.value.trim();
  const nothing = empty && files.usable().length === 0;
  // One of the two has the place at the end, both when a picture waits for words or a voice.
  $("send").disabled = nothing;
  $("send").hidden = nothing;
  $("record").hidden = !empty || files.has("sound");
  $("shoot").hidden = files.any() || !empty;
  words.placeholder = files.has("picture") || replyTo ? WORDS.wordsHint : WORDS.wordsHintNoPhoto;
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
  if (recorder.recording() || (!text && files.usable().length === 0)) return;
  words.value = "";
  const sent = files.take();
  const answered = replyTo;
  replyTo = null;
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

// ---- files

export function attach(picked) {
  if (!picked) return;
  if (picked.size > limit) return toast(filled(WORDS.tooLarge, { megabytes: limit >> 20 }));
  files.add(picked);
  words.focus({ preventScroll: true });
}

function attachAll(picked) {
  const first = ["picture", "sound"].map((kind) => picked.find((file) => files.kindOf(file) === kind));
  first.forEach(attach);
  if (picked.some((file) => !first.includes(file))) toast(WORDS.oneOfEach);
}

$("attach").addEventListener("click", () => $("file").click());
for (const id of ["file", "shot"]) {
  $(id).addEventListener("change", (event) => { attachAll([...event.target.files]); event.target.value = ""; });
}
document.addEventListener("paste", (event) => {
  const pasted = [...(event.clipboardData?.files ?? [])];
  if (pasted.length) { event.preventDefault(); attachAll(pasted); }
});

let over = 0;
const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragenter", (event) => { if (carriesFile(event)) { over++; $("drop").hidden = false; } });
document.addEventListener("dragleave", (event) => { if (carriesFile(event) && --over <= 0) { over = 0; $("drop").hidden = true; } });
document.addEventListener("dragover", (event) => { if (carriesFile(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  over = 0;
  $("drop").hidden = true;
  if (carriesFile(event)) { event.preventDefault(); attachAll([...event.dataTransfer.files]); }
});

// ---- reply and choices

export const chosenNow = () => ({ ...chosen });

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

function choose(name, value) {
  if (value) chosen[name] = value;
  else delete chosen[name];
  keep(CHOSEN, chosen);
  mark();
}

const withUsual = (values) => [{ value: "", label: WORDS.usual }, ...values];

function buttoned({ name, label: title, values }) {
  return el("fieldset", {}, el("legend", {}, title), ...withUsual(values).map(({ value, label }) =>
    el("label", {}, el("input", {
      type: "radio", name, value, checked: (chosen[name] ?? "") === value, onchange: () => choose(name, value),
    }), el("span", {}, label))));
}

function listed({ name, label: title, values }) {
  return el("div", { class: "listed" }, el("label", { for: `choice-${name}` }, title),
    el("select", { id: `choice-${name}`, onchange: (event) => choose(name, event.target.value) },
      ...withUsual(values).map(({ value, label }) => el("option", { value, selected: (chosen[name] ?? "") === value }, label))),
    name === "voice" && commands.some((it) => it.name === "voices")
      ? el("button", { type: "button", class: "button small", onclick: hear }, WORDS.hearVoice) : null);
}

// The sample comes as a message, or a list to choose from when no voice is chosen.
function hear() {
  closeChoices();
  focusWords();
  send(`/voices ${chosen.voice ?? ""}`.trim(), [], {}, undefined);
}

function drawChoices(offered) {
  const there = ([name, value]) => offered.some((it) => it.name === name && it.values.some((one) => one.value === value));
  chosen = Object.fromEntries(Object.entries(chosen).filter(there));
  choices.replaceChildren(...offered.map((it) => (it.values.length > FEW ? listed(it) : buttoned(it))));
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
  if (!choices.hidden) choices.querySelector("select, input:checked")?.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !choices.hidden) { closeChoices(); optionsButton.focus(); }
});
document.addEventListener("pointerdown", (event) => {
  if (!choices.hidden && !choices.contains(event.target) && !optionsButton.contains(event.target)) closeChoices();
});
