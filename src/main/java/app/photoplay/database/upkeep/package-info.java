/// What is done to a database as a whole: opened, looked at, copied. For those who put the program
/// together; read `Databases` first.
@NullMarked
package app.photoplay.database.upkeep;

import org.jspecify.annotations.NullMarked;
