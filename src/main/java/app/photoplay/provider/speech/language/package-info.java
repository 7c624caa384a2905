/// Which language written words are in, from the words alone and from what is known of who wrote
/// them. [WrittenLanguage] is where to begin.
@NullMarked
package app.photoplay.provider.speech.language;

import org.jspecify.annotations.NullMarked;
