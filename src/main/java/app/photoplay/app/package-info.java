/// Start and end of the program: settings, log, signals, exit codes. Read `App` first: it runs what
/// the shell asks for on what `assembly` puts together.
@NullMarked
package app.photoplay.app;

import org.jspecify.annotations.NullMarked;
