@NullMarked
package app.photoplay.database.sqlite;

import org.jspecify.annotations.NullMarked;
