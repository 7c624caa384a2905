/// The words that every store uses: ids, stored numbers and texts, locks, who owns a row.
@NullMarked
package app.photoplay.database.sql;

import org.jspecify.annotations.NullMarked;
