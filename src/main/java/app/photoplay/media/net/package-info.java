/// Runs small neural networks that TensorFlow Lite's files hold, in plain Java. Read `Network`
/// first.
@NullMarked
package app.photoplay.media.net;

import org.jspecify.annotations.NullMarked;
