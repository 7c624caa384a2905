@NullMarked
package app.photoplay.database.sql;

import org.jspecify.annotations.NullMarked;
