/// fal.ai: many models behind one queue, each described by its card alone. `more` of a card says
/// which fields a model has: `image-field`, `audio-field`, `prompt-field`, `end-field`,
/// `text-field`, `voice-field`, `speed-field`, `pitch-field`, how a length is written
/// (`seconds-sign`), and what is always sent along (`send-resolution=720p`). Read `FalQueue` first.
@NullMarked
package app.photoplay.provider.fal;

import org.jspecify.annotations.NullMarked;
