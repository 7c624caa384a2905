// Joins the parts: history, sending with retries, button presses and the live connection.
import { WORDS, nameEverything } from "./words.js";
import { messages, previews, show, showAll, awaitAnswer, forget, onActions, toEnd } from "./messages.js";
import * as composer from "./composer.js";
import { upload } from "./files.js";

const $ = (id) => document.getElementById(id);
const PENDING = "photoplay.pending";
const files = new Map(); // client id -> the files of a message that is not sent yet
const delivering = new Set(); // client ids of this window's own messages on their way
let change = 0;
let oldest = Infinity;

const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
const about = () => ({ language: navigator.language ?? "", zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "" });

class Refused extends Error {}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body ? { "Content-Type": "application/json", "X-Photoplay": "1" } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Error(WORDS.offline);
  }
  if (answer.ok) return answer.json();
  if (answer.status === 401) location.reload();
  const said = await answer.json().catch(() => ({}));
  throw new Refused(said.sentence ?? WORDS.failed);
}

function toast(text) {
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 5000);
}

// ---- sending: a message stays in `pending` until the server has it, also over a reload

const pending = () => composer.kept(PENDING, []);
const putPending = (entry) => composer.keep(PENDING, [...pending().filter((p) => p.clientId !== entry.clientId), entry]);
const dropPending = (clientId) => composer.keep(PENDING, pending().filter((p) => p.clientId !== clientId));

function begin(words, sent, options, replyTo) {
  const entry = { clientId: randomId(), words, options, replyTo: replyTo ?? "", uploads: sent.length ? null : [], time: Date.now() };
  putPending(entry);
  if (sent.length) files.set(entry.clientId, sent);
  deliver(entry);
}

function draw(entry, state, sentence) {
  const known = messages.get(`u${entry.clientId}`);
  const local = (files.get(entry.clientId) ?? []).map((file) => {
    if (file.preview) previews.set(file.local, file.preview);
    return { id: file.local, name: file.name, type: file.type, bytes: 0 };
  });
  show({
    id: `u${entry.clientId}`, number: known?.number ?? Number.MAX_SAFE_INTEGER, change: known?.change ?? 0, time: entry.time,
    own: true, seen: false, state, sentence,
    content: { text: entry.words, buttons: [], replyTo: entry.replyTo || undefined, uploads: entry.uploads?.length ? entry.uploads : local },
  });
}

async function deliver(entry) {
  delivering.add(entry.clientId);
  draw(entry, "sending");
  try {
    const sent = files.get(entry.clientId) ?? [];
    if (sent.length && !entry.uploads?.length) {
      sent.filter((file) => file.failed).forEach(upload);
      entry.uploads = await Promise.all(sent.map(async (file) => {
        const id = await file.id;
        if (file.preview) previews.set(id, file.preview);
        return { id, name: file.name, type: file.type };
      }));
      putPending(entry);
    }
    const { time, ...body } = entry;
    const message = await call("POST", "/api/chat/messages", { ...body, ...about() });
    dropPending(entry.clientId);
    files.delete(entry.clientId);
    delivering.delete(entry.clientId);
    const shown = messages.get(message.id);
    // It may have been seen, and shown so, before this answer came.
    show({ ...(shown?.change > message.change ? shown : message), state: undefined });
  } catch (error) {
    // The live connection may have brought it although the answer was lost.
    draw(entry, "failed", error.message);
    if (!(error instanceof Refused)) setTimeout(resend, 4000);
  }
}

function resend() {
  for (const entry of pending()) {
    if (messages.get(`u${entry.clientId}`)?.state === "failed" && live.readyState === WebSocket.OPEN) deliver(entry);
  }
}

const entryOf = (message) => pending().find((p) => `u${p.clientId}` === message.id);

onActions({
  press,
  reply: composer.reply,
  retry(message) { const entry = entryOf(message); if (entry) deliver(entry); },
  edit(message) {
    const entry = entryOf(message);
    if (!entry) return;
    const sent = files.get(entry.clientId) ?? [];
    dropPending(entry.clientId);
    delivering.delete(entry.clientId);
    forget(message.id);
    sent.forEach((file) => composer.attach(file.source));
    composer.putBack(entry.words);
  },
});

// ---- other windows: what one of them is sending is not sent by this one, too

const windows = window.BroadcastChannel ? new BroadcastChannel("photoplay") : new EventTarget();
const OTHERS_ANSWER = 300;

windows.onmessage = ({ data }) => { if (data.asks) windows.postMessage({ mine: [...delivering] }); };

async function claimed() {
  const theirs = new Set();
  const listen = ({ data }) => data.mine?.forEach((clientId) => theirs.add(clientId));
  windows.addEventListener("message", listen);
  windows.postMessage?.({ asks: true });
  await new Promise((done) => setTimeout(done, OTHERS_ANSWER));
  windows.removeEventListener("message", listen);
  return theirs;
}

// ---- buttons

const pressed = new Map();

async function press(message, button, node) {
  const pressId = randomId();
  node.classList.add("busy");
  node.disabled = true;
  const release = () => { clearTimeout(timer); node.classList.remove("busy"); node.disabled = false; pressed.delete(pressId); };
  const timer = setTimeout(release, 10000);
  pressed.set(pressId, release);
  awaitAnswer(message);
  try {
    await call("POST", "/api/chat/buttons", { pressId, message: message.id, data: button.data, ...about() });
  } catch (error) {
    release();
    toast(error.message);
  }
}

// ---- history and live connection

async function history(before) {
  const page = await call("GET", `/api/chat/history${before ? `?before=${before}` : ""}`);
  showAll(page.messages);
  oldest = Math.min(oldest, ...page.messages.map((message) => message.number));
  $("earlier").hidden = !page.more;
  return page;
}

$("earlier").addEventListener("click", async () => {
  const scroll = $("scroll");
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  await history(oldest).catch((error) => toast(error.message));
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
});

let live = { readyState: WebSocket.CLOSED };
let tries = 0;
let retryTimer = 0;
let bannerTimer = 0;
let settled = 0;

function banner(text, delay) {
  clearTimeout(bannerTimer);
  bannerTimer = setTimeout(() => { $("banner").textContent = text; $("banner").hidden = !text; }, delay);
}

function connect() {
  clearTimeout(retryTimer);
  live.onclose = null;
  live.close?.();
  live = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/chat/live?after=${change}`);
  live.onopen = () => {
    settled = setTimeout(() => { tries = 0; }, 5000);
    banner("", 0);
    resend();
  };
  live.onmessage = (event) => apply(JSON.parse(event.data));
  live.onclose = (event) => {
    clearTimeout(settled);
    const many = event.code === 4429;
    banner(many ? WORDS.tooManyWindows : WORDS.lost, many ? 0 : 1200);
    retryTimer = setTimeout(again, many ? 30000 : Math.min(15000, 500 * 2 ** tries++) * (0.7 + 0.6 * Math.random()));
  };
}

// After a break the server may want the token again, or may have begun anew with an empty store.
async function again() {
  try {
    const page = await call("GET", "/api/chat/history?limit=1");
    if (page.change < change) return location.reload();
    connect();
  } catch {
    retryTimer = setTimeout(again, Math.min(15000, 500 * 2 ** tries++));
  }
}

function apply(event) {
  if (event.type === "message") {
    change = Math.max(change, event.message.change);
    const mine = delivering.has(event.message.id.slice(1));
    // Until the server has answered, the message counts as on its way; one of another window is here.
    show(mine ? { ...event.message, state: messages.get(event.message.id)?.state ?? "sending" } : event.message);
  } else if (event.type === "notice") {
    pressed.get(event.press)?.();
    if (event.text) toast(event.text);
  }
}

let hiddenAt = 0;
document.addEventListener("visibilitychange", () => {
  if (document.hidden) hiddenAt = Date.now();
  else if (live.readyState !== WebSocket.OPEN || Date.now() - hiddenAt > 60000) again();
});
window.addEventListener("online", again);

$("sample").addEventListener("click", () => {
  begin(WORDS.sampleWords, [], { ...composer.chosenNow(), photo: "sample" });
  composer.focusWords(); // the button is gone
});

async function open() {
  nameEverything();
  composer.start({ send: begin, toast });
  try {
    const page = await history();
    change = page.change;
    composer.setUp(page);
  } catch (error) {
    banner(error.message, 0);
    retryTimer = setTimeout(() => location.reload(), 5000);
    return;
  }
  $("empty").hidden = messages.size > 0;
  const elsewhere = pending().length ? await claimed() : new Set();
  for (const entry of pending().filter((it) => !elsewhere.has(it.clientId))) {
    if (entry.uploads === null) {
      // The page was left while its photo was still being uploaded.
      dropPending(entry.clientId);
      composer.putBack(entry.words);
    } else {
      deliver(entry);
    }
  }
  toEnd();
  connect();
  document.body.dataset.ready = "yes";
}
open();
