#!/usr/bin/env bash
# x264 with a rate limit and two threads gives another file each time, although it is deterministic by default.
#
# Versions: libx264 in ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: the same pictures with the same options on the same machine give the same bytes: x264 has the option
#   --non-deterministic, off by default, for those who give that up.
# Behaviour: with -maxrate and -bufsize (VBV) and two or more frame threads, which is what -threads 2 and the default
#   mean, the rate control of one picture looks at how far the pictures beside it have come by then. Where the limit is
#   felt, each run gives other bytes and other pictures. With one thread, or without the limit, all runs are alike.
#   (sliced-threads=1 helps only while the limit is felt little.)
# Why it matters: caches by content, tests by checksum and "the same seed gives the same film" fail now and then, and
#   only for pictures that are hard enough to meet the limit.
# Instead: one thread for each file (and several files at once), or no VBV.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need mvn jar nproc
[ "$(nproc)" -ge 2 ] || cannot "two threads need two cores"
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
echo "guess: six runs of one encoding give one result, whatever the threads"
for v in 4 8; do
  ffmpeg $v -f lavfi -i mandelbrot=s=1280x720:r=24 -t 4 -pix_fmt yuv420p -f rawvideo raw.yuv
  for mode in limited unlimited alone; do
    case $mode in
      limited) more="-threads 2 -maxrate 1000000 -bufsize 2000000" ;; unlimited) more="-threads 2" ;;
      alone) more="-threads 1 -maxrate 1000000 -bufsize 2000000" ;;
    esac
    for _ in 1 2 3 4 5 6; do # shellcheck disable=SC2086
      ffmpeg $v -f rawvideo -pixel_format yuv420p -video_size 1280x720 -framerate 24 -i raw.yuv -c:v libx264 \
        -preset veryfast -crf 20 $more -f md5 -
    done | sort -u | wc -l >count.$mode
  done
  echo "ffmpeg $v, different results of 6 runs: two threads and a limit $(cat count.limited), two threads without a limit $(cat count.unlimited), one thread and a limit $(cat count.alone)"
  [ "$(cat count.limited)" -gt 1 ] && [ "$(cat count.unlimited)" = 1 ] && [ "$(cat count.alone)" = 1 ] || exit 1
done
echo "holds: with VBV and two threads the same encoding gives different files"
