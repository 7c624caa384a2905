/// The commands that belong to no single kind of job.
@NullMarked
package app.photoplay.command.builtin;

import org.jspecify.annotations.NullMarked;
