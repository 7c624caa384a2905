/// Films by paid houses, and what becomes of them when things fail.
@NullMarked
package app.photoplay.kind.film;

import org.jspecify.annotations.NullMarked;
