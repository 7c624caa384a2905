@NullMarked
package app.photoplay.config;

import org.jspecify.annotations.NullMarked;
