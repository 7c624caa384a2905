/// What is shown of a video that is larger than its conversation takes: a port, so that whoever
/// brings results to people knows neither ffmpeg nor the web. Read `Fitting`.
@NullMarked
package app.photoplay.delivery.fit;

import org.jspecify.annotations.NullMarked;
