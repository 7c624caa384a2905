/// For whoever runs the program: health pages, maintenance, and sentences about what they can fix.
/// Read `Health` first.
///
/// Knows no adapter but the database; what it checks is handed to it.
@NullMarked
package app.photoplay.operator;

import org.jspecify.annotations.NullMarked;
