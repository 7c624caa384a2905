@NullMarked
package app.photoplay.job;

import org.jspecify.annotations.NullMarked;
