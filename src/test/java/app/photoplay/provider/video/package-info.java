/// How shots are told to models.
@NullMarked
package app.photoplay.provider.video;

import org.jspecify.annotations.NullMarked;
