/// Fakes of the world around Photoplay: real servers on loopback that keep the rules of what they
/// stand for.
@NullMarked
package app.photoplay.testkit;

import org.jspecify.annotations.NullMarked;
