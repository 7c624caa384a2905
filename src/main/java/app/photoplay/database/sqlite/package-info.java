/// A SQLite file that one program alone may use: one thread writes, a few read.
@NullMarked
package app.photoplay.database.sqlite;

import org.jspecify.annotations.NullMarked;
