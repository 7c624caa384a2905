@NullMarked
package app.photoplay.database.provider;

import org.jspecify.annotations.NullMarked;
