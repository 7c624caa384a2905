/// OpenRouter, OpenAI, and whatever else speaks their API, such as Ollama at an address of its own:
/// storyboards by chat completions with structured output, speech, and OpenRouter's shots. Read
/// `OpenAi` first, then `OpenAiAccount`.
///
/// OpenAI's own client library would bring 80 MB, a second OkHttp and a second Jackson, for three
/// requests whose bodies are a dozen fields; Java's own HTTP client cannot say whether a request
/// went out before its connection broke. So this speaks through `provider.remote.http.Http`, as all
/// adapters do that have no library.
///
/// `more` of a card says: `form` of the answer that is asked for first (`schema`, `object`,
/// `text`), `read`, what a token costs that is read, as a share of one that is written, `effort` of
/// thinking, `tokens-field`, `data-collection` (`deny`), `voices`, `speeds`, and of shots the
/// `resolution`.
@NullMarked
package app.photoplay.provider.openai;

import org.jspecify.annotations.NullMarked;
