/// The port for models that write, and the storyboards they write.
@NullMarked
package app.photoplay.provider.text;

import org.jspecify.annotations.NullMarked;
