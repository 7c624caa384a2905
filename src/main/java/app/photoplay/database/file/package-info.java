/// What the database knows of kept files: which are needed, which serve again.
@NullMarked
package app.photoplay.database.file;

import org.jspecify.annotations.NullMarked;
