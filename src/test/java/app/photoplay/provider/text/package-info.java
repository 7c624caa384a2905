@NullMarked
package app.photoplay.provider.text;

import org.jspecify.annotations.NullMarked;
