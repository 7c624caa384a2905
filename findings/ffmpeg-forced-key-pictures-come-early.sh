#!/usr/bin/env bash
# A key picture that is forced at a time can come before that time: where a group was to begin, none begins.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: `-force_key_frames 3.98` makes a key picture of the first picture that is not earlier than 3.98 s, as ffmpeg's
#   manual says ("the first frames after each specified time"): at 30 pictures a second that of 4.000 s.
# Behaviour: 4.4.1, which is what Java programs get from jave, first rounds the time to the nearest whole picture: the
#   key picture is that of 3.967 s, before the time; 3.99 gives 4.000 s. The half is decided by the last digit that is
#   written: 3.983333 (picture 119.5) goes down at 30 a second, while the same half at 25 a second (3.98 = picture
#   99.5) goes up. 8.0.1 does what the manual says.
# Why it matters: who cuts, copies or joins from the time on expects a whole group there, and starts with up to a
#   group of pictures that depend on others; who writes "half a picture early, to be safe" gets the right picture at
#   25 a second and the wrong one at 24, 30, 50 and 60.
# Instead: write the time of a quarter of a picture before the one that is meant, or name pictures: expr:eq(n,120).
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
keys() { # ffmpeg 4|8, rate, time: when the key pictures after the first are shown
  ffmpeg "$1" -f lavfi -i "testsrc2=s=64x64:r=$2:d=6" -c:v libx264 -g 600 -sc_threshold 0 -force_key_frames "$3" k.mp4
  ffmpeg "$1" -skip_frame nokey -i k.mp4 -an -f framecrc - | awk -F, -v r="$2" '!/^#/ && $3 > 0 {printf "%d ", $3}'
}
echo "guess: at 30 a second a key picture forced at 3.98 s is picture 120 (4.000 s), at 3.983333 s as well"
for v in 4 8; do
  early=119; [ $v = 4 ] || early=120
  a=$(keys $v 30 3.98) b=$(keys $v 30 3.983333) c=$(keys $v 30 3.99) d=$(keys $v 25 3.98)
  echo "ffmpeg $v: 30/s at 3.98 s: picture $a, at 3.983333 s: $b, at 3.99 s: $c; 25/s at 3.98 s: $d"
  [ "$a" = "$early " ] && [ "$b" = "$early " ] && [ "$c" = "120 " ] && [ "$d" = "100 " ] || exit 1
done
echo "holds: with ffmpeg 4.4.1 the key picture forced at 3.98 s is that of 3.967 s"
