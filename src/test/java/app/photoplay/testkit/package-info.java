/// Fakes and samples that tests of several packages share.
@NullMarked
package app.photoplay.testkit;

import org.jspecify.annotations.NullMarked;
