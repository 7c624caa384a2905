package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    Overlay overlay = captions(text, canvas).withLabel("Made by AI", Locale.ENGLISH, lettering);
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
    Overlay english =
        Overlay.empty(canvas, RATE).withLabel("Made by AI", Locale.ENGLISH, lettering);
    Overlay hebrew =
        Overlay.empty(canvas, RATE).withLabel("נוצר על ידי בינה", Locale.ENGLISH, lettering);

    assertThat(english.shown().getFirst().sprite().x()).isLessThan(100);
    assertThat(hebrew.shown().getFirst().sprite().x()).isGreaterThan(320);
    assertThat(english.leavesAlone(0)).isFalse();
    assertThat(english.leavesAlone(100_000)).isFalse();
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
