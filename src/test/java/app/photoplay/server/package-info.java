@NullMarked
package app.photoplay.server;

import org.jspecify.annotations.NullMarked;
