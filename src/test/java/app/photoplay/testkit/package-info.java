/// What tests share: fakes of the platforms that speak their real wire protocol, scripted models, a
/// settable clock and a browser.
@NullMarked
package app.photoplay.testkit;

import org.jspecify.annotations.NullMarked;
