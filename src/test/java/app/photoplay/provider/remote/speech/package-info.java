/// Tests of the package of the same name.
@NullMarked
package app.photoplay.provider.remote.speech;

import org.jspecify.annotations.NullMarked;
