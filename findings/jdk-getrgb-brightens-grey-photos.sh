#!/usr/bin/env bash
# getRGB() of a grey photo gives 188 where the file, the raster and drawImage() say 128.
#
# Version: the JDK in use (seen on OpenJDK 17.0.15 and Temurin 25.0.3), JPEG and PNG written and read by its own ImageIO.
# Guess: BufferedImage.getRGB returns the colour of the pixel, "in the default RGB colour model", the same that
#   drawImage() paints into an RGB image; for a grey picture all three are the stored grey.
# Behaviour: for TYPE_BYTE_GRAY, which ImageIO makes of every grey JPEG and PNG, getRGB takes the samples for linear light
#   and applies the sRGB curve (128 becomes 188, 55 becomes 128); drawImage and the raster do not. ColorConvertOp does as
#   getRGB in this direction, and darkens the other way round (128 becomes 55).
# Why it matters: old photos are grey. Code that looks at pixels by getRGB (face search, hashing, brightness) sees another
#   picture than the one that is drawn; thresholds tuned on colour photos fail on grandmother's.
# Instead: draw once into TYPE_INT_RGB right after reading, and work on that only.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java
java -version 2>&1 | head -1
cat > Grey.java <<'JAVA'
import java.awt.image.*; import java.io.*; import javax.imageio.ImageIO;
class Grey {
  public static void main(String[] a) throws Exception { boolean same = true;
    for (String kind : new String[] {"jpg", "png"}) {
      BufferedImage made = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < 256; i++) made.getRaster().setSample(i % 16, i / 16, 0, 128);
      File file = new File("grey." + kind); ImageIO.write(made, kind, file);
      BufferedImage read = ImageIO.read(file), drawn = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
      drawn.createGraphics().drawImage(read, 0, 0, null);
      BufferedImage op = new ColorConvertOp(null).filter(drawn, new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY));
      int raster = read.getRaster().getSample(3, 3, 0), get = read.getRGB(3, 3) & 255, draw = drawn.getRGB(3, 3) & 255;
      System.out.printf("%s: type %d (BYTE_GRAY is 10), raster %d, drawImage %d, getRGB %d, back by ColorConvertOp %d; guess: 128 everywhere%n",
          kind, read.getType(), raster, draw, get, op.getRaster().getSample(3, 3, 0));
      same &= get == draw; if (raster != 128 || draw != 128) System.exit(2); }
    System.exit(same ? 1 : 0); } }
JAVA
rc=0; java -Djava.awt.headless=true Grey.java || rc=$?
[ "$rc" = 0 ] || exit "$rc"
echo "holds: two answers for one pixel"
