/// Google's adapter, against a fake that takes what the real one takes, and nothing else.
@NullMarked
package app.photoplay.provider.google;

import org.jspecify.annotations.NullMarked;
