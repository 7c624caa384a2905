// Takes a photo with the camera, in a window of the page. The browser asks for permission when the
// button is pressed, and the camera is off again as soon as the window is closed.
import { WORDS } from "./words.js";
import { el } from "./messages.js";
import { refusal } from "./recorder.js";

const $ = (id) => document.getElementById(id);
const QUALITY = 0.92;

let finder = null; // shows what the camera sees while the window is open
let stream = null;
let facing = "user";
let taken = null;
let asked = 0;
let actions = { add() {}, toast() {} };

export function start(given) {
  actions = given;
  $("shoot").addEventListener("click", open);
  $("cameraTake").addEventListener("click", take);
  $("cameraAgain").addEventListener("click", () => { keep(null); $("cameraTake").focus(); });
  $("cameraFlip").addEventListener("click", () => { facing = facing === "user" ? "environment" : "user"; look(); });
  $("cameraCancel").addEventListener("click", () => $("camera").close());
  $("cameraUse").addEventListener("click", () => {
    const photo = taken;
    photo.name = "camera.jpg";
    $("camera").close();
    actions.add(photo);
  });
  $("camera").addEventListener("close", () => { asked++; off(); keep(null); });
}

async function open() {
  // Without https there is no camera for pages, but phones take photos for a field of a form.
  if (!navigator.mediaDevices?.getUserMedia) return $("shot").click();
  if (await look()) $("camera").showModal();
}

// Shows what the camera sees; false when it cannot.
async function look() {
  const mine = ++asked;
  off();
  $("cameraTake").disabled = true;
  try {
    const got = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    if (mine !== asked) { got.getTracks().forEach((track) => track.stop()); return false; }
    stream = got;
  } catch (error) {
    if (mine !== asked) return false;
    $("camera").close();
    actions.toast(refusal(error, {
      insecure: WORDS.cameraInsecure, denied: WORDS.cameraDenied, absent: WORDS.cameraAbsent,
      busy: WORDS.cameraBusy, broken: WORDS.cameraBroken,
    }));
    return false;
  }
  const settings = stream.getVideoTracks()[0]?.getSettings() ?? {};
  $("camera").classList.toggle("mirrored", (settings.facingMode ?? facing) === "user");
  finder = el("video", { playsinline: true, "aria-label": WORDS.finder, onloadeddata: () => { $("cameraTake").disabled = false; } });
  finder.muted = true;
  finder.srcObject = stream;
  $("frame").prepend(finder);
  finder.play().catch(() => {});
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  $("cameraFlip").hidden = devices.filter((device) => device.kind === "videoinput").length < 2;
  return true;
}

function take() {
  const canvas = document.createElement("canvas");
  canvas.width = finder.videoWidth;
  canvas.height = finder.videoHeight;
  canvas.getContext("2d").drawImage(finder, 0, 0);
  canvas.toBlob((photo) => { if (photo) { keep(photo); $("cameraUse").focus(); } }, "image/jpeg", QUALITY);
}

function keep(photo) {
  if ($("taken").src) URL.revokeObjectURL($("taken").src);
  taken = photo;
  if (photo) $("taken").src = URL.createObjectURL(photo);
  else $("taken").removeAttribute("src");
  $("camera").classList.toggle("has-photo", Boolean(photo));
  for (const id of ["taken", "cameraAgain", "cameraUse"]) $(id).hidden = !photo;
  $("cameraTake").hidden = Boolean(photo);
  if (finder) finder.hidden = Boolean(photo);
}

function off() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  finder?.remove();
  finder = null;
}
