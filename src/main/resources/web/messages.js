// Shows the conversation. Each message is one list item whose parts are only rebuilt when what they
// show has changed: a video goes on playing while the buttons below it change.
import { WORDS } from "./words.js";

const list = document.getElementById("messages");
const scroll = document.getElementById("scroll");
const newest = document.getElementById("newest");
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

export const messages = new Map();
export const previews = new Map(); // upload id -> blob URL of the picture that was just sent
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

function svg(path) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  picture.append(line);
  return picture;
}

const address = (message, part) => `/api/chat/messages/${encodeURIComponent(message.id)}/${part}`;

export function atEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 140;
}

export function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
  newest.hidden = true;
}

// Adds a message or brings it up to date. A message that is older than what is shown is ignored.
export function show(message) {
  const known = messages.get(message.id);
  if (known && !message.state && known.change > message.change) return;
  const follow = atEnd();
  messages.set(message.id, message);
  let item = items.get(message.id);
  if (!item) {
    item = make(message);
    items.set(message.id, item);
  }
  if (item.number !== message.number) place(item, message);
  fill(item, message);
  document.getElementById("empty").hidden = messages.size > 0;
  if (follow || message.own && message.state === "sending") toEnd();
  else if (!known) newest.hidden = false;
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
  datesAnew();
}

function datesAnew() {
  for (const old of list.querySelectorAll("[data-day]")) old.remove();
  let last = new Date().toDateString();
  for (const node of [...list.children]) {
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
  part(item, "media", [content.video, content.picture, content.uploads], () =>
    content.video ? [video(message)] : content.picture ? [illustration(message)]
      : content.uploads.map((file) => picture(message, file)));
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

function picture(message, file) {
  const from = previews.get(file.id) ?? address(message, `uploads/${file.id}`);
  const gone = () => el("p", { class: "file", dir: "auto" }, file.name || WORDS.photo);
  return shown(message, { src: from, alt: file.name || WORDS.photo }, gone);
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
  img.addEventListener("load", () => message.followed && toEnd());
  img.addEventListener("error", () => img.replaceWith(gone()));
  message.followed = atEnd();
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
      el("a", { class: "button primary download", href: address(message, "download"), download: true }, svg(DOWN), WORDS.download),
      message.content.video.captions
        && el("a", { class: "button plain", href: address(message, "captions"), download: true }, WORDS.captions)));
  }
  if (message.content.document) {
    rows.unshift(el("div", { class: "buttons-row" },
      el("a", { class: "button primary download", href: address(message, "document"), download: message.content.document.name }, svg(DOWN), WORDS.download)));
  }
  return rows;
}

function meta(message) {
  const time = new Date(message.time);
  return [
    el("time", { datetime: time.toISOString() }, message.state === "sending" ? WORDS.sending : clock.format(time)),
    message.own && message.seen ? el("span", { class: "eyes", role: "img", "aria-label": WORDS.seen, title: WORDS.seen }, svg(EYE)) : null,
    message.state ? null : el("button", { type: "button", class: "reply-to", onclick: () => handlers.reply(message) }, WORDS.reply),
  ];
}

newest.addEventListener("click", toEnd);
scroll.addEventListener("scroll", () => { if (atEnd()) newest.hidden = true; }, { passive: true });
