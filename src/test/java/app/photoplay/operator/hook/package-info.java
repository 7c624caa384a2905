@NullMarked
package app.photoplay.operator.hook;

import org.jspecify.annotations.NullMarked;
