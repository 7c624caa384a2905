/// Examines all that the bot needs and says how to fix what is missing. Read `Doctor` first.
///
/// Knows no adapter but the database; what it tries is handed to it.
@NullMarked
package app.photoplay.operator.doctor;

import org.jspecify.annotations.NullMarked;
