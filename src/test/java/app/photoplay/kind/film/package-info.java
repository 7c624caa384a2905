/// Tests of films.
@NullMarked
package app.photoplay.kind.film;

import org.jspecify.annotations.NullMarked;
