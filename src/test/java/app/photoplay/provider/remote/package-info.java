/// What all adapters of paid providers are tested with. Read `PaidModelContract` first.
@NullMarked
package app.photoplay.provider.remote;

import org.jspecify.annotations.NullMarked;
