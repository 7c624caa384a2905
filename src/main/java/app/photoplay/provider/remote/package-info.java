/// What all adapters of paid providers share: whose account pays, one call that costs money, what
/// can go wrong with it, and when to ask again. Read `Remote` first. Knows no provider.
@NullMarked
package app.photoplay.provider.remote;

import org.jspecify.annotations.NullMarked;
