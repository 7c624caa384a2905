/// The embedded renderer behind the model ports: MaryTTS for speech, our own animation for faces.
/// No network, no key, no charge. Read `LocalTalkingModel` first.
@NullMarked
package app.photoplay.provider.local;

import org.jspecify.annotations.NullMarked;
