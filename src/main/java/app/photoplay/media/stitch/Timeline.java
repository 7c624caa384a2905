package app.photoplay.media.stitch;

import app.photoplay.media.video.VideoEncoder;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a film is made of, in whole pictures.
///
/// A transition that is longer than half of a clip beside it is shortened to that; [#transitions()]
/// tells what came of it. What follows the last cut is not used.
///
/// @param cuts at least one, all of one format
/// @param narrations spoken over the clips, whose own sound is lowered under them
/// @param overlays painted over the pictures, in their order
public record Timeline(List<Cut> cuts, List<Narration> narrations, List<Overlay> overlays) {
  public Timeline {
    cuts = List.copyOf(cuts);
    narrations = List.copyOf(narrations);
    overlays = List.copyOf(overlays);
    if (cuts.isEmpty()) {
      throw new IllegalArgumentException("a film needs a clip");
    }
    if (cuts.stream().map(it -> it.clip().format()).distinct().count() > 1) {
      throw new IllegalArgumentException("the clips differ in format");
    }
  }

  /// A clip of the film.
  ///
  /// @param lufs how loud its sound becomes beside the others, before the film as a whole is
  ///   brought to its loudness
  /// @param next how it gives way to the next clip
  public record Cut(Clip clip, double lufs, ClipTransition next) {
    /// Someone speaks in the clip.
    public static final double SPOKEN = -16;

    /// The clip's sound is background.
    public static final double AMBIENCE = -24;
  }

  /// Speech over the clips.
  ///
  /// @param sound 48 kHz, stereo, 16 bits, as [Normaliser#speech] makes it
  /// @param frame of the film at which it begins
  public record Narration(Path sound, int frame) {}

  /// Something painted over some pictures, such as a part of `media.caption.Overlay`.
  ///
  /// @param from the first picture of the film
  /// @param end the first picture without it
  /// @param area outside of which nothing may change: only there the painter finds the film's
  ///   picture, and only what it does there is used
  /// @param painter called on one thread, in the order of the pictures
  public record Overlay(int from, int end, Rectangle area, VideoEncoder.Frames painter) {
    public Overlay {
      area = new Rectangle(area);
    }
  }

  public Format format() {
    return cuts.getFirst().clip().format();
  }

  /// The transitions as they are made: one fewer than there are clips.
  public List<ClipTransition> transitions() {
    List<ClipTransition> made = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int before = cuts.get(i).clip().frames();
      made.add(cuts.get(i).next().between(before, cuts.get(i + 1).clip().frames()));
    }
    return made;
  }

  /// The picture of the film at which each clip begins, and behind them the number of pictures of
  /// the film.
  public List<Integer> starts() {
    List<ClipTransition> transitions = transitions();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < cuts.size(); i++) {
      int overlap = i < transitions.size() ? transitions.get(i).overlap() : 0;
      starts.add(starts.getLast() + cuts.get(i).clip().frames() - overlap);
    }
    return starts;
  }

  /// How many pictures the film has.
  public int frames() {
    return starts().getLast();
  }

  /// A picture that stands for the film: from the middle of the first clip that is no stand-in.
  public int coverFrame() {
    int clip =
        IntStream.range(0, cuts.size())
            .filter(i -> !cuts.get(i).clip().standIn())
            .findFirst()
            .orElse(0);
    return starts().get(clip) + cuts.get(clip).clip().frames() / 2;
  }
}
