@NullMarked
package app.photoplay.database.job;

import org.jspecify.annotations.NullMarked;
