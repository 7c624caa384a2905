@NullMarked
package app.photoplay.database;

import org.jspecify.annotations.NullMarked;
