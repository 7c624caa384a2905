@NullMarked
package app.photoplay.provider;

import org.jspecify.annotations.NullMarked;
