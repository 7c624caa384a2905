@NullMarked
package app.photoplay.operator;

import org.jspecify.annotations.NullMarked;
