package app.photoplay.provider.text;

import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.List;

/// The plan of a film: short enough to be read by people before anything is painted or filmed.
///
/// @param writer who planned it: the model's name, or [#TEMPLATE] when no model understood the idea
/// @param title a few words
/// @param style words for every picture, so that they look alike
/// @param language BCP 47 tag of what is said
/// @param cast who is seen more than once
/// @param scenes in order, at least one
public record Storyboard(
    String writer,
    String title,
    String style,
    String language,
    List<Role> cast,
    List<Scene> scenes) {
  /// A fixed pattern filled with the idea's own words.
  public static final String TEMPLATE = "template";

  public Storyboard {
    cast = List.copyOf(cast);
    scenes = List.copyOf(scenes);
  }

  /// The length of the whole film, as far as its transitions do not shorten it.
  public int seconds() {
    return scenes.stream().mapToInt(Scene::seconds).sum();
  }

  /// Somebody or something that is seen more than once, so that it looks alike each time.
  ///
  /// @param name as scenes call it
  /// @param looks in words
  public record Role(String name, String looks) {}

  /// One shot.
  ///
  /// @param picture what is to be seen when it begins
  /// @param ending what is to be seen at its end, where that is another picture; may be empty
  /// @param motion what happens in it; may be empty
  /// @param speaker who of the cast says the words in the picture; empty for a narrator, who is not
  ///   seen
  /// @param words that are heard; may be empty
  /// @param next how it gives way to the next one; of no meaning in the last
  /// @param take how often people had its picture painted anew; no model says so
  /// @param frame SHA-256 of a person's own picture that it begins with, else empty; no model says
  ///   so
  public record Scene(
      int seconds,
      String picture,
      String ending,
      String motion,
      ShotSize shot,
      CameraMove camera,
      String speaker,
      String words,
      Transition next,
      int take,
      String frame) {
    /// A scene as it was planned.
    public Scene(
        int seconds,
        String picture,
        String ending,
        String motion,
        ShotSize shot,
        CameraMove camera,
        String speaker,
        String words,
        Transition next) {
      this(seconds, picture, ending, motion, shot, camera, speaker, words, next, 0, "");
    }

    /// Whether somebody in the picture says the words.
    public boolean spoken() {
      return !speaker.isEmpty() && !words.isEmpty();
    }
  }

  /// How one shot gives way to the next.
  public enum Transition {
    CUT,
    CROSSFADE,
    /// To black and out of it: time or place change.
    DIP,
    /// It ends in the very picture that the next one begins with.
    CONTINUE
  }
}
