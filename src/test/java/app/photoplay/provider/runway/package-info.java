/// Runway's adapter against a server that speaks as Runway does and refuses what Runway refuses.
@NullMarked
package app.photoplay.provider.runway;

import org.jspecify.annotations.NullMarked;
