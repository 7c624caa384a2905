#!/usr/bin/env bash
# mp3agic gives 1.3 s for 5 s of speech at 22.05 kHz, and 0.1 s for 24 kHz with a variable rate.
#
# Versions: com.mpatric:mp3agic:0.9.1; the MP3 files by LAME in ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0).
# Guess: a library for MP3 tags and lengths gets 5 s within a frame or two, whatever the rate: it walks all frames.
# Behaviour: for MPEG-2 (16, 22.05, 24 kHz), whose frames hold 576 samples, it reckons with the frame length of MPEG-1 and
#   steps over every second frame. Where the step hits a header again the sum is near; where not, the walk ends early:
#   22.05 kHz, 64 kbit/s: about 1250 ms; 24 kHz variable: about 140 ms. 44.1 kHz is right. (Reported on its tracker, open.)
# Why it matters: speech services answer with MP3 of 22.05 or 24 kHz mono. A length taken from here cuts the film, books
#   the wrong price, or fails only for some voices.
# Instead: count decoded samples, or take jaudiotagger (5.06 s here) or ffprobe.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn jar
fetch() { # one pinned artifact of Maven Central, into lib/
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$work/lib" \
    >mvn.log 2>&1 || cannot "Maven does not bring $1"
}
fetch com.mpatric:mp3agic:0.9.1
fetch ws.schild:jave-nativebin-linux64:3.5.0
jar xf lib/jave-nativebin-linux64-3.5.0.jar
ffmpeg=$(find "$work/ws" -name ffmpeg-amd64); chmod +x "$ffmpeg"
make() { "$ffmpeg" -v error -nostdin -f lavfi -i "sine=440:d=5:r=$1" -c:a libmp3lame $2 "$3"; }
make 44100 "-b:a 64k" 44100-constant.mp3; make 22050 "-b:a 64k" 22050-constant.mp3; make 24000 "-q:a 4" 24000-variable.mp3
cat > Length.java <<'JAVA'
class Length { public static void main(String[] a) throws Exception { System.out.println(new com.mpatric.mp3agic.Mp3File(a[0]).getLengthInMilliseconds()); } }
JAVA
declare -A ms
echo "mp3agic 0.9.1; guess: about 5050 ms for each"
for f in 44100-constant 22050-constant 24000-variable; do
  ms[$f]=$(java -cp "lib/mp3agic-0.9.1.jar:lib/*" Length.java $f.mp3 2>/dev/null)
  echo "$f: ${ms[$f]} ms (ffmpeg: $("$ffmpeg" -nostdin -i $f.mp3 -f null - 2>&1 | tr '\r' '\n' | sed -n 's/.*time=\([0-9:.]*\).*/\1/p' | tail -1))"
done
[ "${ms[44100-constant]}" -gt 4900 ] && [ "${ms[22050-constant]}" -lt 4000 ] && [ "${ms[24000-variable]}" -lt 1000 ] || exit 1
echo "holds: MPEG-2 lengths are wrong"
