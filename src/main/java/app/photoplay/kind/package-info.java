/// What the kinds of jobs share. Each sub-package is one kind: its request, its states, and its
/// command where it has one.
@NullMarked
package app.photoplay.kind;

import org.jspecify.annotations.NullMarked;
