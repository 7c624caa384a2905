#!/usr/bin/env bash
# Cutting an SRT with -ss makes every caption after the cut late, when the cut falls into a caption.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: `ffmpeg -ss 5 -i in.srt out.srt` gives the captions from second 5 on, all of them 5 s earlier, and the one that
#   is on the screen at the cut is shown for what is left of it; that is what -ss does to sound and picture.
# Behaviour: the caption at the cut (3 to 8) keeps its whole length (0 to 5, right is 0 to 3), and since it would begin
#   at -2, ALL captions are moved 2 s: one of 9 s comes at 6 s instead of 4 s. With -ss after -i that caption is
#   missing, and 8.0.1 does not move the times at all (9 s stays 9 s; 4.4.1 makes it 4 s). Status 0, not a word.
# Why it matters: the trimmed film and its trimmed captions are out of step, by as much as the caption began before
#   the cut: tests with a cut between two captions never see it.
# Instead: cut captions by own arithmetic (clip each cue to the window, subtract, drop what is empty), or cut picture
#   and captions in one command and one container.
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
cat > in.srt <<'SRT'
1
00:00:03,000 --> 00:00:08,000
on the screen at the cut

2
00:00:09,000 --> 00:00:10,000
after the cut

SRT
echo "guess: cut at 5 s gives 00:00:00,000 --> 00:00:03,000 and 00:00:04,000 --> 00:00:05,000"
for v in 4 8; do
  ffmpeg $v -ss 5 -i in.srt -f srt before.srt
  ffmpeg $v -i in.srt -ss 5 -f srt after.srt
  echo "ffmpeg $v, -ss 5 before -i:"; grep -e '-->' before.srt
  echo "ffmpeg $v, -ss 5 after -i:"; grep -e '-->' after.srt
  grep -q '^00:00:00,000 --> 00:00:05,000' before.srt && grep -q '^00:00:06,000 --> 00:00:07,000' before.srt || exit 1
  [ "$(grep -c -e '-->' after.srt)" = 1 ] || exit 1
  if [ $v = 4 ]; then grep -q '^00:00:04,000 --> 00:00:05,000' after.srt || exit 1
  else grep -q '^00:00:09,000 --> 00:00:10,000' after.srt || exit 1; fi
done
echo "holds: the caption of 9 s comes 2 s late, in step only when no caption is on the screen at the cut"
