// The page's own words, in the browser's language. Sentences of the bot come with its messages.
const { language, direction, words } = await (await fetch("/words.json")).json();

document.documentElement.lang = language;
document.documentElement.dir = direction;

export const WORDS = words;

// A sentence with its gaps filled. What people wrote keeps its own direction.
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? values[name] : `\u2068${values[name]}\u2069`);
}

// Puts the words into the page's fixed elements.
export function nameEverything() {
  for (const el of document.querySelectorAll("[data-word]")) el.textContent = WORDS[el.dataset.word];
  for (const el of document.querySelectorAll("[data-label]")) {
    el.setAttribute("aria-label", WORDS[el.dataset.label]);
    if (el.matches("button")) el.title = WORDS[el.dataset.label];
  }
  for (const el of document.querySelectorAll("[data-hint]")) el.placeholder = WORDS[el.dataset.hint];
}
