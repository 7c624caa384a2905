/// Natural voices that the operator brings: Piper's files, spoken by ONNX Runtime in a process of
/// its own. Read `PiperSpeech` first; `VoiceInstaller` puts the files there. Knows nothing of other
/// engines: phones come through `Phonemizer`.
@NullMarked
package app.photoplay.provider.local.piper;

import org.jspecify.annotations.NullMarked;
