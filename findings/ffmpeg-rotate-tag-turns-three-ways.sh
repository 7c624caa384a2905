#!/usr/bin/env bash
# `-metadata:s:v rotate=90` turns a video to the left with ffmpeg 4.4.1, and not at all with 8.0.1.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: the widely copied `-c copy -metadata:s:v rotate=90` marks the video as turned by 90 degrees clockwise, as the
#   word means for photos, in MP4 readers and in ffmpeg's own rotate filter; a version that dropped it would refuse it.
# Behaviour: 4.4.1 writes a matrix that is shown turned COUNTER-clockwise (and reads its own file back as "rotate: 270");
#   8.0.1 takes the option, ends with 0 and writes no turn at all. When the video is encoded instead of copied, 4.4.1
#   ignores it too. `-display_rotation 90`, its successor, is counter-clockwise by its own account.
# Why it matters: clips of phones are straightened this way; after an update of ffmpeg they lie on their side, and no
#   test that looks at the exit status sees it.
# Instead: `-display_rotation` with the sign tried out, or turn the pixels (transpose), and check one coloured corner.
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
ffmpeg 4 -f lavfi -i "color=blue:s=160x96:d=0.4:r=10,drawbox=w=80:h=48:color=red:t=fill" -c:v libx264 -pix_fmt yuv420p in.mp4
corner() { # where the red quarter is shown
  ffmpeg 8 -i "$1" -frames:v 1 -vf "scale=2:2:flags=area" -pix_fmt rgb24 -f rawvideo px
  set -- $(od -An -v -tu1 px)
  for i in 1 2 3 4; do
    if [ "$1" -gt 128 ]; then case $i in 1) echo top-left;; 2) echo top-right;; 3) echo bottom-left;; 4) echo bottom-right;; esac; return; fi
    shift 3
  done
}
echo "as filmed: red at the $(corner in.mp4); guess after rotate=90: top-right"
ffmpeg 4 -i in.mp4 -c copy -metadata:s:v rotate=90 copy4.mp4
ffmpeg 8 -i in.mp4 -c copy -metadata:s:v rotate=90 copy8.mp4
ffmpeg 4 -i in.mp4 -c:v libx264 -metadata:s:v rotate=90 encoded4.mp4
ffmpeg 8 -display_rotation 90 -i in.mp4 -c copy display8.mp4
for f in copy4 copy8 encoded4 display8; do echo "$f: red at the $(corner $f.mp4)"; done
[ "$(corner in.mp4)" = top-left ] || cannot "the picture could not be judged"
[ "$(corner copy4.mp4)" = bottom-left ] && [ "$(corner copy8.mp4)" = top-left ] && [ "$(corner encoded4.mp4)" = top-left ] || exit 1
[ "$(corner display8.mp4)" = bottom-left ] || exit 1
echo "holds: left, not at all, not at all; never clockwise"
