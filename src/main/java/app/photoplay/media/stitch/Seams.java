package app.photoplay.media.stitch;

import app.photoplay.media.stitch.Plan.Place;
import app.photoplay.media.stitch.Plan.Shown;
import app.photoplay.media.stitch.Timeline.Overlay;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolProcess;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// Makes the pictures of a film that cannot be copied: all of them in one encoding, each piece
/// beginning with a key picture.
final class Seams {
  private final StitchWorkspace shop;
  private final Timeline timeline;
  private final Plan plan;
  private final List<Mp4Track> clips;
  private final DoubleConsumer progress;
  private final PlaneArithmetic plates;
  private int done;

  /// @param progress told a fraction from 0 to 1 now and then
  Seams(
      StitchWorkspace shop,
      Timeline timeline,
      Plan plan,
      List<Mp4Track> clips,
      DoubleConsumer progress) {
    this.shop = shop;
    this.timeline = timeline;
    this.plan = plan;
    this.clips = clips;
    this.progress = progress;
    this.plates = new PlaneArithmetic(timeline.format());
  }

  /// Decodes, mixes, paints and encodes.
  ///
  /// @return the pictures, piece by piece
  Mp4Track make() throws IOException, InterruptedException {
    List<Shown> made = plan.made();
    List<Place> over =
        made.stream().map(Shown::over).filter(Objects::nonNull).map(Place.class::cast).toList();
    List<Place> main = made.stream().map(Shown::place).toList();
    Path target = shop.file("seams.mp4");
    try (Reel outgoing = Reel.open(shop, "outgoing.mp4", clips, main, timeline.format())) {
      if (over.isEmpty()) {
        encode(made.size(), outgoing, outgoing, target);
      } else {
        try (Reel incoming = Reel.open(shop, "incoming.mp4", clips, over, timeline.format())) {
          encode(made.size(), outgoing, incoming, target);
        }
      }
    }
    Mp4Track track = Mp4Reader.track(target, "vide");
    if (track.samples().size() != made.size()) {
      throw new IOException("ffmpeg lost pictures: " + track.samples().size() + " " + made.size());
    }
    return track;
  }

  private void encode(int count, Reel outgoing, Reel incoming, Path target)
      throws IOException, InterruptedException {
    Format format = timeline.format();
    List<String> words = new ArrayList<>(EncoderArguments.raw(format, "yuv420p"));
    EncoderArguments.add(words, "-vf " + EncoderArguments.MARKED);
    // several threads and a limit of bits give another film each time
    words.addAll(EncoderArguments.output(format, 1, keys(), target));
    ToolProcess encoder = shop.start(words, Duration.ofMinutes(2).plusSeconds(count));
    try (OutputStream out = encoder.input()) {
      byte[] picture = new byte[plates.bytes()];
      byte[] other = new byte[plates.bytes()];
      int[] pixels = new int[timeline.overlays().isEmpty() ? 0 : picture.length * 2 / 3];
      for (Plan.Piece piece : plan.pieces()) {
        if (piece instanceof Plan.Piece.Made(int from, int end)) {
          for (int frame = from; frame < end; frame++) {
            outgoing.read(picture);
            change(plan.shown().get(frame), picture, other, incoming);
            paint(frame, picture, pixels);
            out.write(picture);
            progress.accept((double) ++done / count);
          }
        }
      }
    } catch (IOException e) {
      encoder.finish(); // when it ended by itself it says why
      throw e;
    }
    encoder.finish(new Output.Mp4(target, count, 0));
  }

  /// Where the pieces begin in the encoding.
  private IntStream keys() {
    IntStream.Builder keys = IntStream.builder();
    int at = 0;
    for (Plan.Piece piece : plan.pieces()) {
      if (piece instanceof Plan.Piece.Made made) {
        keys.add(at);
        at += made.size();
      }
    }
    return keys.build();
  }

  private void change(Shown shown, byte[] picture, byte[] other, Reel incoming)
      throws IOException, InterruptedException {
    if (shown.share() > 0) {
      if (shown.over() == null) {
        plates.fillBlack(other);
      } else {
        incoming.read(other);
      }
      PlaneArithmetic.mix(picture, other, shown.share());
    }
  }

  private void paint(int frame, byte[] picture, int[] pixels) {
    for (Overlay overlay : timeline.overlays()) {
      if (overlay.from() <= frame && frame < overlay.end()) {
        Rectangle area = plates.even(overlay.area());
        plates.toRgb(picture, pixels, area);
        overlay.painter().draw(frame, pixels);
        plates.fromRgb(pixels, picture, area);
      }
    }
  }
}
