#!/usr/bin/env bash
# Backslashes and braces in an SRT caption are taken for ASS commands: "C:\new" breaks the line, "{name}" is not shown.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: SRT knows four HTML-like tags and nothing else, so a reader that turns it into ASS inside must escape what is
#   special there; backslash and braces come out as they were written.
# Behaviour: they are passed through. "C:\new\home" becomes a line "C:" and a line "ew\home" in every output format,
#   SRT and WebVTT included, and "{name}" is drawn as nothing when the captions are burned in (4.4.1 has libass).
# Why it matters: spoken text with a path, a LaTeX or template word, a shrug face loses parts, silently, and only in the
#   burned-in copy or only after a conversion that ought to change nothing.
# Instead: put U+2060 (word joiner) after each backslash and take full-width braces before ffmpeg sees the text, or write
#   the ASS yourself (\{ is a brace there); look at the drawn picture in the test, not at the status.
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
cue() { printf '1\n00:00:00,000 --> 00:00:03,000\n%s\n\n' "$1" > "$2"; }
cue 'Look in C:\new\home' path.srt
echo 'guess: srt -> srt and srt -> vtt keep "Look in C:\new\home" on one line'
for v in 4 8; do for to in srt webvtt; do
  ffmpeg $v -i path.srt -f $to - | tr -d '\r' > out.txt
  echo "ffmpeg $v -> $to:"; grep -A1 'Look' out.txt
  grep -qx 'Look in C:' out.txt && grep -qx 'ew\\home' out.txt || exit 1
done; done
pixels() { # how much is drawn
  ffmpeg 4 -f lavfi -i color=black:s=640x200:d=1:r=2 -vf "subtitles=$1" -frames:v 1 -f rawvideo -pix_fmt gray px
  od -An -v -tu1 px | tr -s ' ' '\n' | awk '$1>100{n++} END{print n+0}'
}
for text in 'Dear' 'Dear {name}' 'Dear (name)'; do cue "$text" "burn.srt"; echo "burned in: '$text' lights $(pixels burn.srt) pixels"; done
cue 'Dear' a.srt; cue 'Dear {name}' b.srt; cue 'Dear (name)' c.srt
a=$(pixels a.srt) b=$(pixels b.srt) c=$(pixels c.srt)
[ "$a" -gt 0 ] && [ "$c" -gt "$a" ] || cannot "no font to draw with"
[ "$a" = "$b" ] || exit 1
echo "holds: the braces and what is in them are not drawn, the backslash breaks the line"
