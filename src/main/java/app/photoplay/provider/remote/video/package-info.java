/// Shots as models of paid providers make them, by their cards.
@NullMarked
package app.photoplay.provider.remote.video;

import org.jspecify.annotations.NullMarked;
