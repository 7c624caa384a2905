/// HTTP as adapters of paid providers need it: a request goes out once, and nothing is fetched from
/// where it should not be. Read `Http` first.
@NullMarked
package app.photoplay.provider.remote.http;

import org.jspecify.annotations.NullMarked;
