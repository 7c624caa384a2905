/// How the files of a render are made, wherever its pictures come from. Read `Recorder` first.
@NullMarked
package app.photoplay.provider.recording;

import org.jspecify.annotations.NullMarked;
