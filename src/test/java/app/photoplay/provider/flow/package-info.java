@NullMarked
package app.photoplay.provider.flow;

import org.jspecify.annotations.NullMarked;
