/// What an MP4 or QuickTime file says about itself, read without any tool. Read `Mp4File` first.
@NullMarked
package app.photoplay.media.mp4;

import org.jspecify.annotations.NullMarked;
