/// ElevenLabs: speech that comes at once, with the time of each letter. Read `ElevenAccount` first.
@NullMarked
package app.photoplay.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
