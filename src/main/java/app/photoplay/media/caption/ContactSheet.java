package app.photoplay.media.caption;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Several pictures on one, in rows, each with its number in a corner, so that people can say which
/// one they mean.
public final class ContactSheet {
  /// What a phone shows is not larger.
  private static final int LONGEST = 2000;

  private static final int WIDEST_TILE = 640;

  /// Width by height that the sheet comes near to.
  private static final double RATIO = 4 / 3.0;

  private static final int GAP = 8;

  /// Of a tile's shorter side.
  private static final double BADGE = 0.18;

  private static final double CORNER = 0.03;
  private static final double LINE = 0.012;
  private static final Color GROUND = new Color(0x1B1B1B);
  private static final Color EMPTY = new Color(0x3A3A3A);

  private ContactSheet() {}

  /// The sheet, no side of it longer than 2000 pixels, with the numbers 1, 2, ..
  ///
  /// @param pictures in their order, at least one; one that is not there leaves a gap
  /// @param shape of each, in any unit; others are cut at their edges
  public static Picture of(List<Optional<Picture>> pictures, Size shape, Lettering lettering) {
    int columns = columns(pictures.size(), shape);
    int rows = (pictures.size() + columns - 1) / columns;
    double width =
        Math.min(
            Math.min(WIDEST_TILE, (double) (LONGEST - GAP) / columns - GAP),
            ((double) (LONGEST - GAP) / rows - GAP) * shape.width() / shape.height());
    Size tile =
        new Size(
            Math.max(1, (int) width), Math.max(1, (int) (width * shape.height() / shape.width())));
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (tile.width() + GAP),
            GAP + rows * (tile.height() + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(GROUND);
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < pictures.size(); i++) {
        int x = GAP + i % columns * (tile.width() + GAP);
        int y = GAP + i / columns * (tile.height() + GAP);
        draw(graphics, pictures.get(i), tile, x, y);
        number(graphics, i + 1, tile, x, y, lettering);
      }
    } finally {
      graphics.dispose();
    }
    return new Picture(sheet);
  }

  private static int columns(int count, Size shape) {
    double wanted = Math.sqrt(count * RATIO * shape.height() / shape.width());
    return Math.clamp(Math.round(wanted), 1, count);
  }

  /// Fills the tile; what does not fit is cut off at both sides alike.
  private static void draw(
      Graphics2D graphics, Optional<Picture> picture, Size tile, int x, int y) {
    if (picture.isEmpty()) {
      graphics.setColor(EMPTY);
      graphics.fillRect(x, y, tile.width(), tile.height());
      return;
    }
    Picture whole = picture.get();
    double scale =
        Math.max((double) tile.width() / whole.width(), (double) tile.height() / whole.height());
    Picture scaled =
        whole.scaledTo(
            new Size(
                Math.max(tile.width(), (int) Math.round(whole.width() * scale)),
                Math.max(tile.height(), (int) Math.round(whole.height() * scale))));
    int left = (scaled.width() - tile.width()) / 2;
    int top = (scaled.height() - tile.height()) / 2;
    graphics.drawImage(
        scaled.image().getSubimage(left, top, tile.width(), tile.height()), x, y, null);
  }

  private static void number(
      Graphics2D graphics, int number, Size tile, int x, int y, Lettering lettering) {
    double shorter = Math.min(tile.width(), tile.height());
    NumberBadge.draw(
        graphics,
        x + CORNER * shorter,
        y + CORNER * shorter,
        BADGE * shorter,
        Math.max(1, LINE * shorter),
        String.valueOf(number),
        lettering);
  }
}
