package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverlayTest {
  private static final int RATE = 25;
  private static final int GREY = 0x808080;

  @TempDir static Path folder;

  private final Lettering lettering = new Lettering(folder, List.of());

  /// Two words a second.
  private static List<TimedWord> spoken(String text) {
    List<TimedWord> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      Duration start = Duration.ofMillis(500L + 500L * words.size());
      words.add(new TimedWord(word, start, start.plusMillis(450)));
    }
    return words;
  }

  private Overlay captions(String text, Size canvas) {
    return Overlay.empty(canvas, RATE).withCaptions(spoken(text), Locale.ENGLISH, lettering);
  }

  private Overlay labelled(Overlay overlay, String text, Overlay.Behind behind) {
    return overlay.withLabel(text, Locale.ENGLISH, lettering, behind);
  }

  private static int[] drawn(Overlay overlay, Size canvas, int frame) {
    int[] pixels = new int[Math.toIntExact(canvas.pixels())];
    Arrays.fill(pixels, GREY);
    overlay.draw(frame, pixels);
    return pixels;
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void staysInsideTheSafeAreaOfEveryShape(Shape shape) {
    Size canvas = shape.canvas(new Size(900, 1300), Quality.ECONOMY);
    String text =
        "Some words, and Donaudampfschifffahrtsgesellschaftskapitän-or-what-have-you-it-is, at"
            + " https://example.org/a/very/long/address/that/never/ends and nothing more.";
    Overlay overlay = labelled(captions(text, canvas), "Made by AI", Overlay.Behind.nothing());
    SafeArea area = SafeArea.of(canvas);

    assertThat(overlay.shown())
        .hasSizeGreaterThan(2)
        .allSatisfy(it -> {
          assertThat(it.sprite().x()).isGreaterThanOrEqualTo(area.left());
          assertThat(it.sprite().y()).isGreaterThanOrEqualTo(area.top());
          assertThat(it.sprite().x() + it.sprite().width()).isLessThanOrEqualTo(area.right());
          assertThat(it.sprite().y() + it.sprite().height()).isLessThanOrEqualTo(area.bottom());
        });
  }

  @Test
  void keepsTallVideosFreeWhereAppsLayTheirButtons() {
    SafeArea area = SafeArea.of(new Size(1080, 1920));

    assertThat(area.bottom()).isLessThanOrEqualTo(1920 * 4 / 5);
    assertThat(area.right()).isLessThanOrEqualTo(1080 * 7 / 8);
  }

  @Test
  void changesNothingOutsideItsRectangle() {
    Size canvas = new Size(640, 360);
    Overlay overlay = captions("All is well.", canvas);
    Sprite sprite = overlay.shown().getFirst().sprite();

    int[] pixels = drawn(overlay, canvas, 30);

    int changed = 0;
    int outside = 0;
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 640 - sprite.x();
      int y = i / 640 - sprite.y();
      if (x < 0 || y < 0 || x >= sprite.width() || y >= sprite.height()) {
        outside += pixels[i] == GREY ? 0 : 1;
      } else if (pixels[i] != GREY) {
        changed++;
      }
    }
    assertThat(outside).isZero();
    assertThat(changed).isGreaterThan(sprite.width() * sprite.height() * 9 / 10);
  }

  @Test
  void leavesPicturesAloneWhileNobodySpeaks() {
    Size canvas = new Size(640, 360);
    Overlay overlay = captions("All is well.", canvas);

    assertThat(overlay.leavesAlone(12)).isTrue();
    assertThat(drawn(overlay, canvas, 12)).containsOnly(GREY);
    assertThat(overlay.leavesAlone(14)).isFalse();
    assertThat(overlay.leavesAlone(300)).isTrue();
  }

  @Test
  void fadesInFromNothing() {
    Size canvas = new Size(640, 360);
    Overlay overlay = captions("All is well.", canvas);
    Sprite sprite = overlay.shown().getFirst().sprite();
    int box = (sprite.y() + sprite.height() / 2) * 640 + sprite.x() + 4;

    int[] steps = {13, 14, 16, 20};
    int[] greys = Arrays.stream(steps).map(it -> drawn(overlay, canvas, it)[box] & 255).toArray();

    assertThat(greys).isSortedAccordingTo((one, other) -> other - one);
    assertThat(greys[0]).isGreaterThan(greys[3]);
    // 43 % black over a grey of 128
    assertThat(greys[3]).isCloseTo(73, within(2));
  }

  @Test
  void readsHebrewFromTheRight() {
    Size canvas = new Size(640, 360);
    Overlay overlay = captions("שששששש ............", canvas);
    Sprite sprite = overlay.shown().getFirst().sprite();

    int[] pixels = drawn(overlay, canvas, 30);

    long left = 0;
    long right = 0;
    for (int y = sprite.y(); y < sprite.y() + sprite.height(); y++) {
      for (int x = 0; x < sprite.width() / 2; x++) {
        left += white(pixels[y * 640 + sprite.x() + x]);
        right += white(pixels[y * 640 + sprite.x() + sprite.width() - 1 - x]);
      }
    }
    // The letters come first, so they stand on the right of their full stops.
    assertThat(right).isGreaterThan(2 * left);
    assertThat(left).isPositive();
  }

  private static int white(int pixel) {
    return (pixel & 255) > 200 ? 1 : 0;
  }

  @Test
  void theLabelStandsWhereLinesBegin() {
    Size canvas = new Size(640, 360);
    Overlay.Behind nothing = Overlay.Behind.nothing();
    Overlay english = labelled(Overlay.empty(canvas, RATE), "Made by AI", nothing);
    Overlay hebrew = labelled(Overlay.empty(canvas, RATE), "נוצר על ידי בינה", nothing);

    assertThat(english.shown().getFirst().sprite().x()).isLessThan(100);
    assertThat(hebrew.shown().getFirst().sprite().x()).isGreaterThan(320);
    assertThat(english.leavesAlone(0)).isFalse();
    assertThat(english.leavesAlone(100_000)).isFalse();
  }

  /// A face and where the label then goes, in parts of the canvas: left or right, upper or lower.
  @ParameterizedTest
  @CsvSource({
    "0.40, 0.30, 0.20, left, upper",
    "0.05, 0.15, 0.20, left, lower",
    "0.02, 0.10, 0.80, right, upper",
    "0.00, 0.60, 0.20, left, upper",
    "0.35, 0.25, 0.60, left, upper"
  })
  void theLabelKeepsOffTheHead(double x, double y, double size, String side, String height) {
    Size canvas = new Size(640, 360);
    double wide = size * canvas.height();
    Overlay.Behind behind =
        new Overlay.Behind(
            (_, _) -> 100, List.of(new Rectangle2D.Double(640 * x, 360 * y, wide, wide)));

    Rectangle place = place(labelled(Overlay.empty(canvas, RATE), "Made by AI", behind));

    assertThat(place.getCenterX() < 320 ? "left" : "right").isEqualTo(side);
    assertThat(place.getCenterY() < 180 ? "upper" : "lower").isEqualTo(height);
  }

  @Test
  void theLabelKeepsOffDetail() {
    Size canvas = new Size(640, 360);
    Overlay.Behind grass =
        new Overlay.Behind(
            (x, y) -> x < 320 && y < 180 ? x * 7919 + y * 104_729 & 255 : 90, List.of());

    Rectangle place = place(labelled(Overlay.empty(canvas, RATE), "Made by AI", grass));

    assertThat(place.y).isGreaterThan(180);
    assertThat(place.x).isLessThan(100);
  }

  @Test
  void theLabelKeepsOffCaptions() {
    Size canvas = new Size(640, 360);
    Overlay.Behind crowd =
        new Overlay.Behind((_, _) -> 90, List.of(new Rectangle2D.Double(0, 0, 640, 160)));
    Overlay captions =
        captions("All that is said here is long enough to fill the line at the bottom.", canvas);

    Overlay overlay = labelled(captions, "Made by AI", crowd);

    Rectangle label = place(overlay);
    assertThat(label.y).isGreaterThan(180);
    assertThat(overlay.shown().subList(0, overlay.shown().size() - 1))
        .noneSatisfy(it -> assertThat(it.sprite().place().intersects(label)).isTrue());
  }

  private static Rectangle place(Overlay overlay) {
    return overlay.shown().getLast().sprite().place();
  }

  @Test
  void lookTheSameInBothFormatsOfPictures() {
    Size canvas = new Size(640, 360);
    Overlay overlay = captions("All is well.", canvas);
    byte[] planes = new byte[640 * 360 * 3 / 2];
    Arrays.fill(planes, 0, 640 * 360, (byte) 126); // the brightness of 0x808080
    Arrays.fill(planes, 640 * 360, planes.length, (byte) 200);
    byte[] before = planes.clone();

    overlay.draw(30, planes);

    int[] pixels = drawn(overlay, canvas, 30);
    Sprite sprite = overlay.shown().getFirst().sprite();
    int farthest = 0;
    for (int i = 0; i < pixels.length; i++) {
      int wanted = 16 + (pixels[i] & 255) * 219 / 255;
      farthest = Math.max(farthest, Math.abs((planes[i] & 255) - wanted));
    }
    assertThat(farthest).isLessThanOrEqualTo(2);
    int inBox = (sprite.y() / 2 + 8) * 320 + sprite.x() / 2 + 3;
    // 43 % of the colour goes.
    assertThat(planes[640 * 360 + inBox] & 255).isCloseTo(169, within(2));
    assertThat(planes[640 * 360 + 320 * 180 + inBox] & 255).isCloseTo(169, within(2));
    assertThat(Arrays.copyOfRange(planes, 640 * 360, 640 * 360 + 320 * (sprite.y() / 2)))
        .isEqualTo(Arrays.copyOfRange(before, 640 * 360, 640 * 360 + 320 * (sprite.y() / 2)));
  }
}
