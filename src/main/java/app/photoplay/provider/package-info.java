/// Ports for generative models and what they answer. Read `TalkingModel`, `SpeechModel` and
/// `Answer` first; each sub-package is one provider.
///
/// Knows prompts and files, never a job, a chat or a person.
@NullMarked
package app.photoplay.provider;

import org.jspecify.annotations.NullMarked;
