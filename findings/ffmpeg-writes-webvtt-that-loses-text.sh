#!/usr/bin/env bash
# ffmpeg does not escape "<" and "&" in WebVTT: "I <3 you & me" is shown as "I ".
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13); reader:
#   webvtt-parser 2.2.0 of npm, the parser of the format's authors.
# Guess: converting SRT to WebVTT changes the escapes, for "<" and "&" are special there: &lt; and &amp;.
# Behaviour: the text is written as it is. A reader that keeps to the standard takes "<3 you & me" for a tag and shows
#   "I ". ffmpeg itself reads its file back unharmed, so a round trip through it proves nothing. And what was right in a
#   .vtt ("Tom &amp; Jerry &lt;3") is made wrong by passing it through.
# Why it matters: hearts, "R&D", "a < b" in spoken text vanish from the caption track of a web player, from there to the
#   end of the caption.
# Instead: write WebVTT yourself (&amp; &lt; &gt;) from the cues; test with a parser other than the writer.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need npm node
npm init -y >/dev/null 2>&1 && npm install --no-audit --no-fund --ignore-scripts webvtt-parser@2.2.0 >npm.log 2>&1 || cannot "npm does not bring webvtt-parser"
echo "webvtt-parser $(node -p 'require("webvtt-parser/package.json").version')"
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
printf '1\n00:00:01,000 --> 00:00:03,000\nI <3 you & me\n\n' > in.srt
printf 'WEBVTT\n\n00:01.000 --> 00:03.000\nTom &amp; Jerry &lt;3 cheese\n\n' > in.vtt
cat > shown.js <<'JS'
const { WebVTTParser } = require('webvtt-parser');
const text = n => n.type === 'text' ? n.value : (n.children || []).map(text).join('');
console.log(new WebVTTParser({ '&amp;': '&', '&lt;': '<', '&gt;': '>' }).parse(require('fs').readFileSync(process.argv[2], 'utf8'), 'captions').cues.map(c => text(c.tree)).join('|'));
JS
echo "guess: shown are 'I <3 you & me' and 'Tom & Jerry <3 cheese'; the second file, unconverted, is shown as '$(node shown.js in.vtt)'"
[ "$(node shown.js in.vtt)" = "Tom & Jerry <3 cheese" ] || cannot "the parser reads otherwise than expected"
for v in 4 8; do
  ffmpeg $v -i in.srt -f webvtt a.vtt; ffmpeg $v -i in.vtt -f webvtt b.vtt
  echo "ffmpeg $v: $(tail -n +4 a.vtt | head -1) -> '$(node shown.js a.vtt)'; $(tail -n +4 b.vtt | head -1) -> '$(node shown.js b.vtt)'"
  [ "$(node shown.js a.vtt)" = "I " ] && [ "$(node shown.js b.vtt)" = "Tom & Jerry " ] || exit 1
done
echo "holds: the rest of the caption is lost"
