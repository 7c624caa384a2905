#!/usr/bin/env bash
# A no-break space in a WebVTT caption (&nbsp;) comes out of ffmpeg as the two characters "\h", in SRT and WebVTT.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: of the character references of WebVTT (&nbsp; is one of the six in every edition) each reader makes the
#   character, and each writer writes that character; &quot; and &#39;, which are also allowed, likewise.
# Behaviour: &nbsp; is turned into "\h", the no-break space of ASS, and no writer turns it back: viewers read
#   "Bonjour\h!". &quot; and &#39; are left standing as they are. Status 0, no warning.
# Why it matters: French and Czech captions have no-break spaces in most lines, editors write &nbsp; for them.
# Instead: resolve the references before ffmpeg sees the file (U+00A0 itself passes unharmed), or look for "\h" after.
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
printf 'WEBVTT\n\n00:01.000 --> 00:03.000\nBonjour&nbsp;! Il a dit&nbsp;: &quot;l&#39;or&quot;\n\n' > in.vtt
printf 'WEBVTT\n\n00:01.000 --> 00:03.000\nBonjour\xc2\xa0!\n\n' > plain.vtt
echo "guess: Bonjour(U+00A0)! Il a dit(U+00A0): \"l'or\""
for v in 4 8; do
  for to in srt webvtt; do
    ffmpeg $v -i in.vtt -f $to out.txt
    echo "ffmpeg $v -> $to: $(grep Bonjour out.txt)"
    grep -qF 'Bonjour\h! Il a dit\h: &quot;l&#39;or&quot;' out.txt || exit 1
  done
  ffmpeg $v -i plain.vtt -f srt out.txt
  grep -q "Bonjour$(printf '\xc2\xa0')!" out.txt || cannot "U+00A0 does not pass either"
done
echo "holds: the written-out space becomes \\h, the plain U+00A0 passes"
