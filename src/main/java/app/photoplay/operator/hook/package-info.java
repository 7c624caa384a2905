/// What providers say by themselves, over HTTP. Read `Hooks`.
@NullMarked
package app.photoplay.operator.hook;

import org.jspecify.annotations.NullMarked;
