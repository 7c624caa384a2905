@NullMarked
package app.photoplay.budget;

import org.jspecify.annotations.NullMarked;
