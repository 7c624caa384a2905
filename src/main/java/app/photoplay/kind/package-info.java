/// What kinds of job share; each sub-package is one kind. Whatever asks a model does it through
/// `ModelWork`, whose stored parts are `Route` (who may do it) and `Making` (how far it is).
@NullMarked
package app.photoplay.kind;

import org.jspecify.annotations.NullMarked;
