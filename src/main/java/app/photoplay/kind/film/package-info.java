/// Films: an idea becomes a storyboard, pictures, shots and one video. Read `FilmKind` first, then
/// `Scenes`, which says what each scene asks of the other kinds, and `FilmCutter`, which puts the
/// pieces together.
@NullMarked
package app.photoplay.kind.film;

import org.jspecify.annotations.NullMarked;
