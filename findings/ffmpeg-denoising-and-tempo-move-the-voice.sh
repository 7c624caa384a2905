#!/usr/bin/env bash
# Two everyday voice filters shift the sound in time: afftdn 25 ms late, atempo 20 ms early even at tempo 1.
#
# Versions: ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0) and 8.0.1 (org.bytedeco:ffmpeg:8.0.1-1.5.13).
# Guess: filters that look ahead make up for their delay (loudnorm, dynaudnorm and acompressor do): a click at 1.000 s
#   is at 1.000 s afterwards, and atempo=1.0 is a no-op.
# Behaviour: afftdn (noise removal) of 8.0.1 puts the click at 1.025 s and loses the last 25 ms of the sound; that of
#   4.4.1 keeps the place but ends 25 ms too early. atempo=1.0 puts it at 0.981 s and swallows 21 ms; other tempos are
#   early in the same way. The time stamps start at 0 in all cases, so no player makes up for it.
# Why it matters: 45 ms between "denoised" and "fitted to the length" is more than a video frame: lips that were timed on
#   the raw voice are off, and last consonants are cut.
# Instead: pad before (adelay/apad), trim after (atrim), by an amount measured with a click; leave atempo out at 1.0;
#   or time the lips on the filtered sound.
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
cat > Click.java <<'JAVA'
import java.nio.*; import java.nio.file.*;
class Click {
  public static void main(String[] a) throws Exception {
    if (a[0].equals("make")) { // 3 s of silence at 48 kHz with a sharp decaying tone at 1.000 s
      ByteBuffer b = ByteBuffer.allocate(3 * 48000 * 4).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 48000; i < 48960; i++) { double t = (i - 48000) / 48000.0; b.putFloat(4 * i, (float) (.8 * Math.sin(2000 * Math.PI * t) * Math.exp(-100 * t))); }
      Files.write(Path.of(a[1]), b.array());
    } else {
      FloatBuffer f = ByteBuffer.wrap(Files.readAllBytes(Path.of(a[1]))).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float max = 0; for (int i = 0; i < f.limit(); i++) max = Math.max(max, Math.abs(f.get(i)));
      int on = 0; while (Math.abs(f.get(on)) < max / 4) on++;
      System.out.printf(java.util.Locale.ROOT, "%.0f %d%n", on / 48.0, f.limit());
    }
  }
}
JAVA
need java
java Click.java make click.raw
in="-f f32le -ar 48000 -ac 1 -i click.raw"
echo "guess: click at 1000 ms, 144000 samples, for each filter"
declare -A at
for v in 4 8; do for f in anull loudnorm afftdn atempo=1.0 atempo=1.25; do
  ffmpeg $v $in -af $f -ar 48000 -ac 1 -f f32le out.raw
  at[$v$f]=$(java Click.java look out.raw)
  echo "ffmpeg $v $f: click at ${at[$v$f]% *} ms, ${at[$v$f]#* } samples"
done; done
for v in 4 8; do
  [ "${at[${v}anull]}" = "1000 144000" ] && [ "${at[${v}loudnorm]}" = "1000 144000" ] || exit 1
  [ "${at[${v}atempo=1.0]% *}" -lt 990 ] && [ "${at[${v}atempo=1.25]% *}" -lt 795 ] || exit 1
done
[ "${at[8afftdn]% *}" = 1025 ] && [ "${at[4afftdn]#* }" = 142800 ] || exit 1
echo "holds: afftdn is 25 ms late (8) or 25 ms short (4), atempo=1.0 about 20 ms early (right for 1.25: 800 ms)"
