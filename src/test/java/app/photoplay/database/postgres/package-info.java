@NullMarked
package app.photoplay.database.postgres;

import org.jspecify.annotations.NullMarked;
