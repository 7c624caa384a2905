package app.photoplay.media.caption;

import app.photoplay.media.Size;
import app.photoplay.media.video.VideoEncoder;
import com.ibm.icu.text.BreakIterator;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;

/// What is laid over the pictures of a video: captions and a label. Drawn once when it is made;
/// afterwards only rectangles are blended, and several threads may do so.
public final class Overlay {
  private static final double FADE_SECONDS = 0.25;

  /// The label's letters to those of captions.
  private static final double LABEL = 0.62;

  /// A title's letters to those of captions, and the same when it is too long.
  private static final double TITLE = 2;

  private static final double SMALLER = 0.85;
  private static final int MOST_LINES = 3;

  private final Size canvas;
  private final int framesPerSecond;
  private final List<Shown> shown;

  private Overlay(Size canvas, int framesPerSecond, List<Shown> shown) {
    this.canvas = canvas;
    this.framesPerSecond = framesPerSecond;
    this.shown = List.copyOf(shown);
  }

  /// When something is seen, and how long it comes and goes, in seconds.
  record Shown(Sprite sprite, double start, double end, double fadeIn, double fadeOut) {

    /// 0 to [Sprite#FULL].
    int strength(double time) {
      if (time < start || time >= end) {
        return 0;
      }
      double in = fadeIn == 0 ? 1 : (time - start) / fadeIn;
      double out = fadeOut == 0 ? 1 : (end - time) / fadeOut;
      return (int) Math.round(Sprite.FULL * Math.clamp(Math.min(in, out), 0, 1));
    }
  }

  /// An overlay with nothing on it.
  public static Overlay empty(Size canvas, int framesPerSecond) {
    return new Overlay(canvas, framesPerSecond, List.of());
  }

  /// The same with captions: in the middle of the safe area, at its bottom. They fade where there
  /// is nothing before or after them and change at once where another follows.
  ///
  /// @param words that [Lettering#missing] has found to be drawable
  /// @param locale of the words
  public Overlay withCaptions(List<TimedWord> words, Locale locale, Lettering lettering) {
    SafeArea area = SafeArea.of(canvas);
    String all = WritingSystem.joined(words.stream().map(TimedWord::text).toList());
    LetterPainter painter =
        new LetterPainter(lettering, locale, WritingSystem.rightToLeft(all), area.letters());
    List<Cue> cues = Cues.of(words, locale, new LineMeasure(painter::width, area.line(canvas)));
    List<Shown> more = new ArrayList<>(shown);
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      boolean alone = i == 0 || isFree(cues.get(i - 1).end(), cue.start());
      boolean last = i + 1 == cues.size() || isFree(cue.end(), cues.get(i + 1).start());
      double start = seconds(cue.start());
      double end = last ? seconds(cue.end()) : seconds(cues.get(i + 1).start());
      double fade = Math.min(FADE_SECONDS, (end - start) / 4);
      more.add(
          new Shown(
              painter.paint(cue.lines(), LetterPainter.Place.BOTTOM, area, canvas),
              start,
              end,
              alone ? fade : 0,
              last ? fade : 0));
    }
    return new Overlay(canvas, framesPerSecond, more);
  }

  /// What a label would cover.
  ///
  /// @param light how bright the picture is at a column and row of the canvas, 0 to 255
  /// @param faces the squares that they fill, on the canvas, as long as the video lasts
  public record Behind(IntBinaryOperator light, List<Rectangle2D> faces) {
    public Behind {
      faces = List.copyOf(faces);
    }

    /// Nobody knows what.
    public static Behind nothing() {
      return new Behind((_, _) -> 0, List.of());
    }
  }

  /// The same with a small text in a calm corner from beginning to end: the upper one at which
  /// lines begin, if no head is there. To be added last, since it keeps clear of what is there
  /// already.
  ///
  /// @param locale of the text
  public Overlay withLabel(String text, Locale locale, Lettering lettering, Behind behind) {
    SafeArea area = SafeArea.of(canvas);
    LetterPainter painter =
        new LetterPainter(
            lettering, locale, WritingSystem.rightToLeft(text), LABEL * area.letters());
    Sprite label = painter.paint(List.of(text), LetterPainter.Place.CORNER, area, canvas);
    List<Rectangle> taken = shown.stream().map(it -> it.sprite().place()).toList();
    return with(label.at(CalmCorner.of(label.place(), area, behind, taken)));
  }

  /// The same with a text in the middle from beginning to end.
  ///
  /// @param locale of the text
  public Overlay withNotice(String text, Locale locale, Lettering lettering) {
    SafeArea area = SafeArea.of(canvas);
    LetterPainter painter =
        new LetterPainter(lettering, locale, WritingSystem.rightToLeft(text), area.letters());
    return with(painter.paint(List.of(text), LetterPainter.Place.MIDDLE, area, canvas));
  }

  /// The same with a large text in the middle from beginning to end, in several lines and smaller
  /// where it is long.
  ///
  /// @param text that [Lettering#missing] has found to be drawable
  public Overlay withTitle(String text, Locale locale, Lettering lettering) {
    SafeArea area = SafeArea.of(canvas);
    double letters = TITLE * area.letters();
    while (true) {
      LetterPainter painter =
          new LetterPainter(lettering, locale, WritingSystem.rightToLeft(text), letters);
      List<String> lines = lines(text, locale, painter, area.line(canvas));
      if (lines.size() <= MOST_LINES || letters <= area.letters()) {
        return with(painter.paint(lines, LetterPainter.Place.CARD, area, canvas));
      }
      letters *= SMALLER;
    }
  }

  /// As few lines as can be, each no wider than that, if words allow it.
  private static List<String> lines(
      String text, Locale locale, LetterPainter painter, double width) {
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    int begin = 0;
    int fitting = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (fitting > begin && painter.width(text.substring(begin, end).strip()) > width) {
        lines.add(text.substring(begin, fitting).strip());
        begin = fitting;
      }
      fitting = end;
    }
    lines.add(text.substring(begin).strip());
    return lines;
  }

  private Overlay with(Sprite always) {
    List<Shown> more = new ArrayList<>(shown);
    more.add(new Shown(always, 0, Double.POSITIVE_INFINITY, 0, 0));
    return new Overlay(canvas, framesPerSecond, more);
  }

  /// Whether nothing is ever laid over.
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /// Whether a picture stays as it is.
  public boolean leavesAlone(int frame) {
    double time = (double) frame / framesPerSecond;
    return shown.stream().allMatch(it -> it.strength(time) == 0);
  }

  /// Lays it over a picture of `0x00RRGGBB`.
  ///
  /// @param frame from 0
  public void draw(int frame, int[] pixels) {
    double time = (double) frame / framesPerSecond;
    for (Shown it : shown) {
      int strength = it.strength(time);
      if (strength > 0) {
        it.sprite().blend(pixels, canvas, strength);
      }
    }
  }

  /// Lays it over a picture in I420, BT.709 in studio range: a plane of brightness, then planes of
  /// blueness and redness at half the width and height.
  ///
  /// @param frame from 0
  public void draw(int frame, byte[] planes) {
    double time = (double) frame / framesPerSecond;
    for (Shown it : shown) {
      int strength = it.strength(time);
      if (strength > 0) {
        it.sprite().blend(planes, canvas, strength);
      }
    }
  }

  /// Draws what `pictures` draws, with this laid over it.
  public VideoEncoder.Planes over(VideoEncoder.Planes pictures) {
    return (frame, planes) -> {
      pictures.draw(frame, planes);
      draw(frame, planes);
    };
  }

  /// The parts of a video that are not left alone.
  ///
  /// @param frames of the whole video
  public List<Part> parts(int frames) {
    List<Part> parts = new ArrayList<>();
    for (Shown it : shown) {
      int from = (int) Math.ceil(it.start() * framesPerSecond);
      int end = (int) Math.min(frames, Math.ceil(it.end() * framesPerSecond));
      if (from < end) {
        Sprite sprite = it.sprite();
        Overlay alone = new Overlay(canvas, framesPerSecond, List.of(it));
        parts.add(new Part(from, end, sprite.place(), alone::draw));
      }
    }
    return parts;
  }

  /// Something that is laid over some pictures of a video.
  ///
  /// @param from the first of them
  /// @param end the first without it
  /// @param area outside of which nothing changes
  public record Part(int from, int end, Rectangle area, VideoEncoder.Frames painter) {
    public Part {
      area = new Rectangle(area);
    }
  }

  List<Shown> shown() {
    return shown;
  }

  private static boolean isFree(Duration end, Duration start) {
    return seconds(start) - seconds(end) > FADE_SECONDS;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
