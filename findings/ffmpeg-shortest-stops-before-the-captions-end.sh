#!/usr/bin/env bash
# -shortest also counts the caption track, and ends the picture long before the last caption.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: -shortest (there to stop a looped picture or endless music) compares picture and sound; a caption track, which
#   is silent most of the time, ends no film. A 5 s film whose last caption ends at 2 s stays 5 s long.
# Behaviour: 8.0.1 cuts the film to 2.00 s, the end of the last caption. 4.4.1 cuts a stream copy to 0.64 s: before the
#   END OF THE FIRST caption (0.5 to 2 s), so the film is shorter than the captions that it was cut to. Status 0.
# Why it matters: the usual command line for "loop the photo under the voice" has -shortest; when soft captions are
#   added to it, films lose their end, the more the earlier the last word was said.
# Instead: state the length (-t), or add captions in a second step without -shortest.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need mvn jar
fetch() { # one pinned artifact of Maven Central, into lib/
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$work/lib" \
    >mvn.log 2>&1 || cannot "Maven does not bring $1"
}
fetch ws.schild:jave-nativebin-linux64:3.5.0
fetch org.bytedeco:ffmpeg:8.0.1-1.5.13:jar:linux-x86_64-gpl
mkdir old new
(cd old && jar xf ../lib/jave-nativebin-linux64-3.5.0.jar && mv "$(find . -name ffmpeg-amd64)" ffmpeg)
(cd new && jar xf ../lib/ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl.jar && mv org/bytedeco/ffmpeg/linux-x86_64-gpl/* .)
chmod +x old/ffmpeg new/ffmpeg new/ffprobe
libs=$work/new
if LD_LIBRARY_PATH=$libs ldd new/ffmpeg | grep -q 'not found'; then # ffmpeg 8 wants a few libraries that desktops have
  need apt-get dpkg
  mkdir debs && (cd debs && apt-get download libasound2 libasyncns0 libbsd0 libdbus-1-3 libflac12 libmd0 libmp3lame0 \
    libmpg123-0 libogg0 libopus0 libpulse0 libsndfile1 libvorbis0a libvorbisenc2 libx11-6 libx11-xcb1 libxau6 \
    libxcb-shm0 libxcb1 libxdmcp6) >apt.log 2>&1 || cannot "the libraries of ffmpeg 8 are not to be had (try apt-get update)"
  for deb in debs/*.deb; do dpkg -x "$deb" root; done
  libs=$libs:$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu:$work/root/usr/lib/x86_64-linux-gnu/pulseaudio
fi
ffmpeg() { # ffmpeg 4|8 arguments...
  if [ "$1" = 4 ]; then shift; old/ffmpeg -hide_banner -nostdin -v error -y "$@"
  else shift; LD_LIBRARY_PATH=$libs new/ffmpeg -hide_banner -nostdin -v error -y "$@"; fi
}
for v in 4 8; do ffmpeg $v -version >version.$v || cannot "ffmpeg $v does not start"; head -1 version.$v | cut -d' ' -f1-3; done
printf '1\n00:00:00,500 --> 00:00:02,000\nthe only caption\n\n' > in.srt
ffmpeg 4 -f lavfi -i testsrc=s=160x90:d=5:r=25 -c:v libx264 -pix_fmt yuv420p film.mp4
frames() { LD_LIBRARY_PATH=$libs new/ffprobe -v error -select_streams v -show_entries stream=nb_frames -of csv=p=0 "$1" | tr -d ','; }
echo "guess: 125 frames (5 s) with captions, as without: $(frames film.mp4)"
for v in 4 8; do
  ffmpeg $v -i film.mp4 -i in.srt -c:v copy -c:s mov_text -shortest out.mp4
  n=$(frames out.mp4)
  echo "ffmpeg $v: $n frames"
  if [ $v = 4 ]; then [ "$n" -lt 50 ] || exit 1; else [ "$n" = 50 ] || exit 1; fi
done
echo "holds: the captions cut the film"
