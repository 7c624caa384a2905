/// The models of paid providers, as data: what each makes, how long, in which shapes, for how much.
/// What is known of them when this program is released lies in `models/<provider>.yaml`; the
/// operator's `models` change and add. Read `ModelCard` first.
@NullMarked
package app.photoplay.provider.catalogue;

import org.jspecify.annotations.NullMarked;
