package app.photoplay.media.caption;

import app.photoplay.media.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;

/// Draws lines of text once, to be laid over many pictures: white, outlined in black, on a rounded
/// box of 43 % black.
final class LetterPainter {
  private static final FontRenderContext CONTEXT =
      new FontRenderContext(new AffineTransform(), true, true);
  private static final double OUTLINE = 0.13;
  private static final double LEADING = 1.25;
  private static final double ASIDE = 0.40;
  private static final double ABOVE = 0.22;
  private static final double ROUND = 0.35;
  private static final float BOX = 0.43f;

  private final Lettering lettering;
  private final Locale locale;
  private final boolean rightToLeft;
  private final float letters;

  /// A painter.
  ///
  /// @param letters size of the font in pixels
  LetterPainter(Lettering lettering, Locale locale, boolean rightToLeft, double letters) {
    this.lettering = lettering;
    this.locale = locale;
    this.rightToLeft = rightToLeft;
    this.letters = (float) letters;
  }

  /// The width of a text in pixels, the space around it included.
  double width(String text) {
    // TextLayout leaves out spaces at the end, so a space alone has no width of its own there.
    return text.isBlank()
        ? text.length() * width("x x") - text.length() * width("xx")
        : layout(text).getAdvance();
  }

  /// Where a sprite shall stand.
  enum Place {
    /// In the middle, its bottom at the bottom.
    BOTTOM,
    /// In the middle of the middle.
    MIDDLE,
    /// The same without a box, for pictures that are dark already.
    CARD,
    /// In the upper corner at which lines begin.
    CORNER
  }

  Sprite paint(List<String> lines, Place place, SafeArea area, Size canvas) {
    List<TextLayout> layouts =
        lines.stream().filter(line -> !line.isBlank()).map(this::layout).toList();
    double widest = layouts.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    int width = even(Math.min(widest + 2 * ASIDE * letters, area.right() - area.left() - 1));
    int height = even(letters * (LEADING * layouts.size() + 2 * ABOVE));
    int x =
        switch (place) {
          case BOTTOM, MIDDLE, CARD -> (area.left() + area.right() - width) / 2;
          case CORNER -> rightToLeft ? area.right() - width : area.left();
        };
    int y =
        switch (place) {
          case BOTTOM -> area.bottom() - height;
          case MIDDLE, CARD -> (area.top() + area.bottom() - height) / 2;
          case CORNER -> area.top();
        };
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      prepare(graphics);
      if (place != Place.CARD) {
        box(graphics, width, height);
      }
      draw(graphics, layouts, width);
    } finally {
      graphics.dispose();
    }
    int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new Sprite(inside(x, area.left()), inside(y, area.top()), width, height, argb);
  }

  private static void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private void box(Graphics2D graphics, int width, int height) {
    graphics.setColor(new Color(0, 0, 0, BOX));
    double round = 2 * ROUND * letters;
    graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, round, round));
  }

  private void draw(Graphics2D graphics, List<TextLayout> layouts, int width) {
    graphics.setStroke(
        new BasicStroke(
            (float) (OUTLINE * letters), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double top = ABOVE * letters;
    for (TextLayout layout : layouts) {
      // Lines of one height, whatever fonts they mix: a line is not to move when its font changes.
      double baseline = top + (LEADING / 2 + 0.34) * letters;
      double left = (width - layout.getAdvance()) / 2;
      Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(left, baseline));
      graphics.setColor(Color.BLACK);
      graphics.draw(outline);
      graphics.setColor(Color.WHITE);
      graphics.fill(outline);
      top += LEADING * letters;
    }
  }

  private TextLayout layout(String line) {
    List<Lettering.Run> runs = lettering.runs(line, locale);
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.text()));
    if (all.toString().isBlank()) {
      all.append('\u200B');
    }
    AttributedString text = new AttributedString(all.toString());
    int from = 0;
    for (Lettering.Run run : runs) {
      Font font = run.font().deriveFont(letters);
      text.addAttribute(TextAttribute.FONT, font, from, from + run.text().length());
      from += run.text().length();
    }
    text.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    return new TextLayout(text.getIterator(), CONTEXT);
  }

  private static int even(double length) {
    return 2 * (int) Math.ceil(length / 2);
  }

  /// The next even number that is not before the edge.
  private static int inside(int at, int edge) {
    int down = at & ~1;
    return down < edge ? down + 2 : down;
  }
}
