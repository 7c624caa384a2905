/// For whoever runs the program: health pages and the doctor. Read `Health` and `Doctor` first.
///
/// Knows no adapter; what it checks is handed to it.
@NullMarked
package app.photoplay.operator;

import org.jspecify.annotations.NullMarked;
