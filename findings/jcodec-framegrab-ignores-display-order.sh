#!/usr/bin/env bash
# JCodec's FrameGrab gives frames in the order of decoding: of a normal x264 file frame 11 is the picture of frame 9.
#
# Versions: org.jcodec:jcodec:0.2.5, jcodec-javase:0.2.5; the clip by ffmpeg 4.4.1 (ws.schild:jave-nativebin-linux64:3.5.0).
# Guess: FrameGrab.getFrameFromFile(file, 11) and getFrameAtSec(file, 0.44) give the picture that a player shows there,
#   and getNativeFrame() called again and again plays the film.
# Behaviour: B-frames, which every encoder uses unless told not to, are not put back in order: the sequence is
#   0 4 2 1 3 8 6 5 7 ..., frame 11 shows 9, second 1.00 (frame 25) shows 28. No exception, no hint in the Javadoc.
#   With -bf 0 all is right, so clips made by JCodec itself or for a test pass. (Known to its author since 2017.)
# Why it matters: the "last frame" that is handed to the next clip, thumbnails and mouth comparisons are up to 3 frames off;
#   played, the film shakes back and forth.
# Instead: collect PictureWithMetadata by timestamp before use, or decode with ffmpeg.
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
fetch org.jcodec:jcodec:0.2.5; fetch org.jcodec:jcodec-javase:0.2.5; fetch ws.schild:jave-nativebin-linux64:3.5.0
jar xf lib/jave-nativebin-linux64-3.5.0.jar
ffmpeg=$(find "$work/ws" -name ffmpeg-amd64); chmod +x "$ffmpeg"
clip() { "$ffmpeg" -v error -nostdin -f lavfi -i "color=black:s=320x240:d=2:r=25,format=yuv420p,geq=lum='20+4*N':cb=128:cr=128" \
  -c:v libx264 $1 -g 50 -qp 18 -pix_fmt yuv420p "$2"; } # the grey of a frame tells its number
clip "" usual.mp4; clip "-bf 0" plain.mp4
cat > Grab.java <<'JAVA'
import java.io.File; import java.util.*; import org.jcodec.api.FrameGrab; import org.jcodec.common.io.NIOUtils; import org.jcodec.common.model.Picture;
class Grab {
  static long number(Picture p) { return Math.round((p.getPlaneData(0)[5000] + 128 - 20) / 4.0); }
  public static void main(String[] a) throws Exception { File f = new File(a[0]); List<Long> all = new ArrayList<>();
    FrameGrab g = FrameGrab.createFrameGrab(NIOUtils.readableChannel(f));
    for (Picture p; (p = g.getNativeFrame()) != null;) all.add(number(p));
    System.out.println(a[0] + ": in turn " + all.subList(0, 14) + "; frame 11 shows " + number(FrameGrab.getFrameFromFile(f, 11))
        + "; second 1.00 shows " + number(FrameGrab.getFrameAtSec(f, 1.0))); } }
JAVA
echo "jcodec 0.2.5; guess: 0 1 2 3 ..., frame 11 shows 11, second 1.00 shows 25"
for f in plain usual; do java -cp "lib/*" Grab.java $f.mp4 | tee $f.txt; done
grep -q 'frame 11 shows 11; second 1.00 shows 25' plain.txt || cannot "the clip without B-frames is not read as expected"
grep -q 'frame 11 shows 11' usual.txt && exit 1
echo "holds: decoding order"
