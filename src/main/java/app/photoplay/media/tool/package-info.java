/// The only place that starts a program. Read `ToolProcess` and `Ffmpeg` first; `Output` proves
/// what a tool has made before it is kept.
@NullMarked
package app.photoplay.media.tool;

import org.jspecify.annotations.NullMarked;
