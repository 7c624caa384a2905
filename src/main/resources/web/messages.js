// Shows the conversation. Each message is one list item whose parts are only rebuilt when what they
// show has changed: a video goes on playing while the buttons below it change.
import { WORDS } from "./words.js";

const list = document.getElementById("messages");
const scroll = document.getElementById("scroll");
const newest = document.getElementById("newest");
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

export const messages = new Map();
export const previews = new Map(); // upload id -> blob URL of the picture or recording that was just sent
const items = new Map();
let handlers = { press() {}, reply() {}, retry() {}, edit() {} };

export function onActions(actions) {
  handlers = actions;
}

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const EYE = "M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0";
const DOWN = "M12 4v11M7 10.5l5 5 5-5M5 20h14";

export function icon(path) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  picture.append(line);
  return picture;
}

const SOUND = /\.(wav|mp3|m4a|ogg|opus)$/i;

const address = (message, part) => `/api/chat/messages/${encodeURIComponent(message.id)}/${part}`;

export function atEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 140;
}

let atTheEnd = true; // as the person left it: when the page gets smaller they are still there

export function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
  atTheEnd = true;
  newest.hidden = true;
}

// The answer to a press is what the person waits for: the view follows it, unless they scroll away.
let awaited = null;

export function awaitAnswer(message) {
  awaited = message.id;
}

for (const gesture of ["wheel", "touchmove"]) scroll.addEventListener(gesture, () => { awaited = null; }, { passive: true });
document.addEventListener("keydown", (event) => { if (/^(Page|Arrow|Home|End)/.test(event.key)) awaited = null; });

// Adds a message or brings it up to date.
export function show(message) {
  const known = messages.has(message.id);
  const follow = atTheEnd;
  const item = put(message);
  if (!item) return;
  datesAnew();
  if (follow || (message.own && message.state === "sending") || (awaited && !known && !message.own)) {
    awaited = null;
    toEnd();
  } else if (awaited === message.id) {
    awaited = null;
    item.node.scrollIntoView({ block: "nearest" });
  } else if (!known) {
    newest.hidden = false;
  }
}

// The same for a page of the history, which moves nothing.
export function showAll(page) {
  page.forEach(put);
  datesAnew();
}

// A message that is older than what is shown is ignored.
function put(message) {
  const known = messages.get(message.id);
  if (known && !message.state && known.change > message.change) return null;
  messages.set(message.id, message);
  let item = items.get(message.id);
  if (!item) {
    item = make(message);
    items.set(message.id, item);
  }
  if (item.number !== message.number) place(item, message);
  fill(item, message);
  document.getElementById("empty").hidden = messages.size > 0;
  return item;
}

export function forget(id) {
  items.get(id)?.node.remove();
  items.delete(id);
  messages.delete(id);
  datesAnew();
}

function make(message) {
  const slots = {};
  for (const name of ["quote", "media", "text", "bar", "failed", "buttons", "meta"]) {
    slots[name] = el("div", { class: name });
  }
  const bubble = el("div", { class: "bubble" }, ...Object.values(slots));
  const node = el("li", { "data-id": message.id }, bubble);
  return { node, bubble, slots, keys: {}, number: undefined };
}

function place(item, message) {
  item.number = message.number;
  item.node.dataset.number = message.number;
  let after = list.lastElementChild;
  while (after && (after.dataset.day || Number(after.dataset.number) > message.number)) {
    if (after === item.node) { after = after.previousElementSibling; continue; }
    after = after.previousElementSibling;
  }
  if (after !== item.node) list.insertBefore(item.node, after ? after.nextSibling : list.firstChild);
}

function datesAnew() {
  let last = new Date().toDateString();
  for (const node of [...list.children]) {
    if (node.dataset.day) {
      // one that says what would be said here anew stays
      const follows = messages.get(node.nextElementSibling?.dataset.id);
      const meant = follows && new Date(follows.time).toDateString();
      if (meant === node.dataset.day && meant !== last) last = meant;
      else node.remove();
      continue;
    }
    const time = new Date(messages.get(node.dataset.id)?.time ?? Date.now());
    if (time.toDateString() !== last) {
      last = time.toDateString();
      list.insertBefore(el("li", { class: "day", "data-day": last }, day.format(time)), node);
    }
  }
}

function part(item, name, key, build) {
  const text = JSON.stringify(key ?? null);
  if (item.keys[name] === text) return;
  item.keys[name] = text;
  item.slots[name].replaceChildren(...build().filter(Boolean));
}

function fill(item, message) {
  const content = message.content;
  const kind = (content.kind ?? "own").toLowerCase();
  item.node.className = `${message.own ? "own" : "bot"} ${kind}${content.video ? " has-video" : ""}`
    + `${content.uploads.length || content.picture ? " has-files" : ""}${message.state ? " " + message.state : ""}`;
  item.bubble.setAttribute("aria-label", message.own ? WORDS.me : WORDS.bot);
  item.bubble.setAttribute("role", "group");
  if (content.video) item.bubble.style.setProperty("--ratio", content.video.width / content.video.height);
  item.slots.text.setAttribute("aria-live", kind === "progress" ? "off" : "polite");

  const previous = item.node.previousElementSibling?.dataset.id;
  const quoted = content.replyTo !== previous ? messages.get(content.replyTo) : undefined;
  part(item, "quote", quoted && summary(quoted), () => [quoted && el("p", { dir: "auto" }, summary(quoted))]);
  part(item, "media", [content.video, content.picture, content.document, content.uploads], () =>
    content.video ? [video(message)] : content.picture ? [illustration(message)]
      : SOUND.test(content.document?.name ?? "") ? [player("audio", address(message, "document"), content.document.name)]
      : content.uploads.map((file) => sent(message, file)));
  part(item, "text", content.text, () => [content.text && el("p", { dir: "auto" }, content.text)]);
  progress(item, kind, content);
  part(item, "failed", [message.state, message.sentence], () => failed(message));
  part(item, "buttons", [content.video?.content, content.document?.content, content.buttons], () => buttons(message));
  part(item, "meta", [message.time, message.seen, message.state], () => meta(message));
}

export function summary(message) {
  const text = message.content.text.split("\n")[0] || WORDS.photo;
  return text.length > 90 ? text.slice(0, 88) + "…" : text;
}

function video(message) {
  const clip = message.content.video;
  const name = `v=${clip.content.slice(0, 12)}`;
  const player = el("video", {
    controls: true, playsinline: true, preload: "metadata", width: clip.width, height: clip.height,
    poster: clip.cover ? `${address(message, "cover")}?${name}` : undefined,
    "aria-label": WORDS.videoOf, src: `${address(message, "video")}?${name}`,
  });
  if (clip.captions?.kind === "vtt") {
    player.append(el("track", { kind: "captions", label: WORDS.captions, src: address(message, "captions"), default: true }));
  }
  player.style.aspectRatio = `${clip.width} / ${clip.height}`;
  player.addEventListener("error", () =>
    player.replaceWith(el("p", { class: "gone" }, WORDS.videoGone)));
  return player;
}

// A file that is still local has a preview or none: it is asked of nobody.
function sent(message, file) {
  const from = previews.get(file.id) ?? (file.id.startsWith("local") ? undefined : address(message, `uploads/${file.id}`));
  const name = file.name || (/^(audio|video)\//.test(file.type) ? WORDS.recording : WORDS.photo);
  const plain = () => el("p", { class: "file", dir: "auto" }, name);
  if (!from) return plain();
  if (/^(audio|video)\//.test(file.type)) return player(file.type.slice(0, 5), from, name, plain);
  return shown(message, { src: from, alt: name }, plain);
}

// Plays a recording. Browsers record without saying how long, and going to the end makes a player
// find out.
export function player(tag, src, name, gone) {
  const node = el(tag, { controls: true, playsinline: tag === "video", preload: "metadata", src, "aria-label": name });
  node.addEventListener("loadedmetadata", () => {
    if (node.duration !== Infinity) return;
    node.addEventListener("seeked", () => { node.currentTime = 0; }, { once: true });
    node.currentTime = 1e6;
  });
  if (gone) node.addEventListener("error", () => node.replaceWith(gone()));
  return node;
}

// The bot's own picture; its place is kept while it loads, and a tap shows it whole.
function illustration(message) {
  const { content, width, height } = message.content.picture;
  const src = `${address(message, "picture")}?v=${content.slice(0, 12)}`;
  const gone = () => el("p", { class: "gone" }, WORDS.pictureGone);
  return el("a", { href: src, target: "_blank", rel: "noopener" }, shown(message, { src, width, height, alt: WORDS.pictureOf }, gone));
}

function shown(message, attributes, gone) {
  const img = el("img", attributes);
  img.addEventListener("error", () => img.replaceWith(gone()));
  return img;
}

function progress(item, kind, content) {
  const slot = item.slots.bar;
  if (kind !== "progress") {
    slot.replaceChildren();
    return;
  }
  if (!slot.firstChild) slot.append(el("div", { class: "track", role: "progressbar", "aria-label": WORDS.working, "aria-valuemin": 0, "aria-valuemax": 100 }, el("i")), el("span"));
  const [track, label] = slot.children;
  const known = typeof content.progress === "number";
  track.classList.toggle("unknown", !known);
  const percent = Math.round(100 * Math.min(1, Math.max(0, content.progress ?? 0)));
  if (known) track.setAttribute("aria-valuenow", percent);
  else track.removeAttribute("aria-valuenow");
  track.firstChild.style.width = known ? `${percent}%` : "";
  label.textContent = known ? `${percent} %` : "";
}

function failed(message) {
  if (message.state !== "failed") return [];
  return [
    el("p", { role: "alert" }, `${WORDS.notSent} ${message.sentence ?? ""}`),
    el("button", { type: "button", class: "button small", onclick: () => handlers.retry(message) }, WORDS.tryAgain),
    el("button", { type: "button", class: "button small", onclick: () => handlers.edit(message) }, WORDS.editAgain),
  ];
}

function buttons(message) {
  const rows = message.content.buttons.map((row) =>
    el("div", { class: "buttons-row" }, ...row.map((button) =>
      el("button", {
        type: "button", class: `button ${button.style.toLowerCase()}`, "data-data": button.data, dir: "auto",
        onclick: (event) => handlers.press(message, button, event.currentTarget),
      }, button.label))));
  if (message.content.video) {
    rows.unshift(el("div", { class: "buttons-row" },
      el("a", { class: "button primary download", href: address(message, "download"), download: true }, icon(DOWN), WORDS.download),
      message.content.video.captions
        && el("a", { class: "button plain", href: address(message, "captions"), download: true }, WORDS.captions)));
  }
  if (message.content.document) {
    rows.unshift(el("div", { class: "buttons-row" },
      el("a", { class: "button primary download", href: address(message, "document"), download: message.content.document.name }, icon(DOWN), WORDS.download)));
  }
  return rows;
}

function meta(message) {
  const time = new Date(message.time);
  return [
    el("time", { datetime: time.toISOString() }, message.state === "sending" ? WORDS.sending : clock.format(time)),
    message.own && message.seen ? el("span", { class: "eyes", role: "img", "aria-label": WORDS.seen, title: WORDS.seen }, icon(EYE)) : null,
    message.state ? null : el("button", { type: "button", class: "reply-to", onclick: () => handlers.reply(message) }, WORDS.reply),
  ];
}

newest.addEventListener("click", toEnd);
scroll.addEventListener("scroll", () => {
  // what the browser does when the room gets smaller is no scrolling away
  if (scroll.clientHeight !== room || scroll.scrollHeight !== filled) return;
  atTheEnd = atEnd();
  if (atTheEnd) newest.hidden = true;
}, { passive: true });

let room = 0;
let filled = 0;
const sizes = new ResizeObserver(() => {
  room = scroll.clientHeight;
  filled = scroll.scrollHeight;
  if (atTheEnd) toEnd();
});
sizes.observe(scroll);
sizes.observe(list);
