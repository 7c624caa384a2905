/// ElevenLabs as it answers, and its voices at it.
@NullMarked
package app.photoplay.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
