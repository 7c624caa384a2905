/// What was learned of paid providers, in the database.
@NullMarked
package app.photoplay.database.provider;

import org.jspecify.annotations.NullMarked;
