// Every sentence of the page. Sentences of the bot come with its messages.
export const WORDS = {
  tagline: "Photos that speak",
  conversation: "Conversation",
  emptyTitle: "Give a photo a voice",
  emptyHow: "Add a photo of a face, write what it should say, and get a video back.",
  sample: "Try the sample photo",
  sampleWords: "Hello! I am only a photograph, but now I can talk to you.",
  earlier: "Show earlier messages",
  newest: "New messages",
  addPhoto: "Add a photo",
  removePhoto: "Remove the photo",
  words: "Message",
  wordsHint: "What should it say?",
  wordsHintNoPhoto: "Add a photo or write",
  options: "Voice, shape, quality and captions",
  send: "Send",
  dropHere: "Drop the photo here",
  reply: "Reply",
  noReply: "Do not reply to this message",
  replyingTo: "Replying to",
  photo: "Photo",
  usual: "Default",
  captions: "Captions",
  uploading: (percent) => `Uploading ${percent} %`,
  uploaded: "Ready to send",
  uploadFailed: "The upload did not work. Remove it and try again.",
  tooLarge: (megabytes) => `This file is larger than ${megabytes} MB, please send a smaller one.`,
  sending: "Sending",
  notSent: "Not sent",
  tryAgain: "Try again",
  editAgain: "Edit",
  seen: "Seen",
  working: "Working on it",
  download: "Download",
  videoOf: "Video",
  videoGone: "This video is not kept any more.",
  pictureOf: "The picture this is about",
  pictureGone: "This picture is not kept any more.",
  me: "You",
  bot: "Photoplay",
  lost: "Connection lost. Reconnecting …",
  tooManyWindows: "Photoplay is open in too many windows. Close one to see new messages here.",
  failed: "This did not work, please try again.",
  offline: "The server cannot be reached.",
};

// Puts the words into the page's fixed elements.
export function nameEverything() {
  for (const el of document.querySelectorAll("[data-word]")) el.textContent = WORDS[el.dataset.word];
  for (const el of document.querySelectorAll("[data-label]")) {
    el.setAttribute("aria-label", WORDS[el.dataset.label]);
    if (el.matches("button")) el.title = WORDS[el.dataset.label];
  }
  for (const el of document.querySelectorAll("[data-hint]")) el.placeholder = WORDS[el.dataset.hint];
}
