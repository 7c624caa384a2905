/// From a job to the message that shows it: one card per subscriber, edited while the work goes on
/// and turned into the result. Read `Courier` first.
@NullMarked
package app.photoplay.delivery;

import org.jspecify.annotations.NullMarked;
