#!/usr/bin/env bash
# A phone photo made into AVIF and back: heif-convert turns it twice, avifdec not at all.
#
# Versions: Debian's libheif-examples 1.15.1-1+deb12u1 and libavif-bin 0.11.1-1+deb12u1; the photo is a JPEG with Exif
#   Orientation 6 (turn by 90 degrees clockwise), as phones write it, made and looked at with the JDK in use.
# Guess: the encoder carries the turn over, decoders of the reference libraries give an upright picture: either upright
#   pixels and no Orientation, or lying pixels and Orientation 6.
# Behaviour: avifenc writes the turn (irot) and keeps the Exif as it was, as iPhones do in HEIC. heif-convert turns the pixels and
#   copies the Exif with Orientation 6 into the JPEG: every viewer turns again. avifdec does neither: lying pixels and
#   no Orientation in its JPEG or PNG. (heif-convert: reported to libheif and closed, but this is the version shipped.)
# Why it matters: a pipeline that takes HEIC or AVIF by one of these tools and then "applies Exif" or does not gets faces
#   that lie; face search finds nothing, and the same photo as JPEG works.
# Instead: after heif-convert set Orientation to 1; after avifdec turn by irot yourself; or decode with ffmpeg 8, which is right.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java apt-get dpkg
mkdir debs && (cd debs && apt-get download libheif-examples=1.15.1-1+deb12u1 libavif-bin=0.11.1-1+deb12u1 libheif1 libde265-0 libx265-199 libnuma1 libaom3 \
  libdav1d6 libjpeg62-turbo libpng16-16 libavif15 libgav1-1 libabsl20220623 librav1e0 libsvtav1enc1 libyuv0) >apt.log 2>&1 || cannot "apt-get does not bring the packages (try apt-get update)"
for deb in debs/*.deb; do dpkg -x "$deb" root; done
tool() { LD_LIBRARY_PATH=$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu "root/usr/bin/$@" >tool.log 2>&1 || cannot "$1 does not run: $(tail -1 tool.log)"; }
cat > Photo.java <<'JAVA'
import java.awt.*; import java.awt.image.*; import java.io.*; import java.nio.file.*; import javax.imageio.ImageIO;
class Photo {
  public static void main(String[] a) throws Exception {
    if (a[0].equals("make")) { // 160x96 as the sensor lies, red quarter top left, to be turned clockwise for looking at
      BufferedImage i = new BufferedImage(160, 96, BufferedImage.TYPE_INT_RGB); Graphics2D g = i.createGraphics(); g.setColor(Color.BLUE); g.fillRect(0, 0, 160, 96); g.setColor(Color.RED); g.fillRect(0, 0, 80, 48);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream(); ImageIO.write(i, "jpg", jpeg); byte[] b = jpeg.toByteArray(); ByteArrayOutputStream o = new ByteArrayOutputStream();
      o.write(b, 0, 20); // SOI and JFIF
      o.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
      o.write(b, 20, b.length - 20); Files.write(Path.of(a[1]), o.toByteArray()); return; }
    BufferedImage i = ImageIO.read(new File(a[0])); byte[] b = Files.readAllBytes(Path.of(a[0])); int turn = 1; // ImageIO leaves Orientation alone
    for (int k = 0; k + 10 < Math.min(b.length, 400); k++)
      if (b[k] == 1 && b[k + 1] == 0x12 && b[k + 3] == 3) turn = b[k + 9]; else if (b[k] == 0x12 && b[k + 1] == 1 && b[k + 2] == 3) turn = b[k + 8];
    int w = i.getWidth(), h = i.getHeight(); boolean tr = (i.getRGB(w - 8, 8) >> 16 & 255) > 128, tl = (i.getRGB(8, 8) >> 16 & 255) > 128;
    boolean upright = h > w && tr, lying = w > h && tl;
    System.out.println(w + "x" + h + (upright ? " upright" : lying ? " lying" : " ?") + " pixels, Orientation " + turn); } }
JAVA
show() { java -Djava.awt.headless=true Photo.java "$1"; }
java -Djava.awt.headless=true Photo.java make photo.jpg
echo "libheif-examples 1.15.1, libavif-bin 0.11.1; the photo: $(show photo.jpg)"
echo "guess: 96x160 upright and Orientation 1, or 160x96 lying and Orientation 6"
[ "$(show photo.jpg)" = "160x96 lying pixels, Orientation 6" ] || cannot "the photo was not made as wanted"
tool avifenc -s 10 photo.jpg photo.avif
tool heif-convert photo.avif heif.jpg
tool avifdec photo.avif avif.jpg; tool avifdec photo.avif avif.png
for f in heif.jpg avif.jpg avif.png; do echo "$f: $(show $f)"; done
[ "$(show heif.jpg)" = "96x160 upright pixels, Orientation 6" ] || exit 1
[ "$(show avif.jpg)" = "160x96 lying pixels, Orientation 1" ] && [ "$(show avif.png)" = "160x96 lying pixels, Orientation 1" ] || exit 1
echo "holds: turned twice by one, not at all by the other"
