@NullMarked
package app.photoplay.wording;

import org.jspecify.annotations.NullMarked;
