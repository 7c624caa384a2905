/// Pictures, shots and storyboards without a provider: scenes painted from the words, a camera over
/// photos, plans from a template. No network, no key, no charge. Read `SceneIdea`, `Stage` and
/// `LocalVideoModel` first.
///
/// Understands single words, never a sentence; nothing here claims to.
@NullMarked
package app.photoplay.provider.local.scene;

import org.jspecify.annotations.NullMarked;
