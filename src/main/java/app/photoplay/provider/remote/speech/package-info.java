/// Speech that is sent to paid providers and speech that comes back, and the voices that speak
/// there.
@NullMarked
package app.photoplay.provider.remote.speech;

import org.jspecify.annotations.NullMarked;
