/// Start-up. Read `App` first: it is the only class that knows every package.
@NullMarked
package app.photoplay;

import org.jspecify.annotations.NullMarked;
