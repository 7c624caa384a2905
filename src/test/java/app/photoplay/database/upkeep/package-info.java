@NullMarked
package app.photoplay.database.upkeep;

import org.jspecify.annotations.NullMarked;
