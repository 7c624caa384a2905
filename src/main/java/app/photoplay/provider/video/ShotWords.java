package app.photoplay.provider.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A shot in one text, for models that take a single one: what happens first, then the camera and
/// the style, as far as they have room.
public final class ShotWords {
  private ShotWords() {}

  /// The whole text, the camera's move in plain words.
  ///
  /// @param most UTF-16 units; what does not fit is left out, from the end
  public static String of(VideoPrompt prompt, int most) {
    List<String> parts = seen(prompt);
    parts.add("Camera: " + prompt.camera().label().replace('-', ' '));
    parts.add(prompt.style());
    return joined(parts, most);
  }

  /// The text without the camera's move, for models that are told that in a way of their own.
  public static String withoutCamera(VideoPrompt prompt, int most) {
    List<String> parts = seen(prompt);
    parts.add(prompt.style());
    return joined(parts, most);
  }

  private static List<String> seen(VideoPrompt prompt) {
    List<String> parts = new ArrayList<>();
    if (prompt.firstFrame().isPresent() && !prompt.motion().isBlank()) {
      parts.add(prompt.motion());
      return parts;
    }
    parts.add(prompt.text());
    parts.add(prompt.motion());
    if (prompt.firstFrame().isEmpty()) {
      parts.add(prompt.shot().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " shot");
    }
    return parts;
  }

  private static String joined(List<String> parts, int most) {
    StringBuilder whole = new StringBuilder();
    for (String part : parts) {
      String sentence = sentence(part);
      int room = most - whole.length() - (whole.isEmpty() ? 0 : 1);
      if (sentence.isEmpty() || (sentence.length() > room && !whole.isEmpty())) {
        continue;
      }
      whole.append(whole.isEmpty() ? "" : " ").append(cut(sentence, room));
    }
    return whole.toString();
  }

  private static String sentence(String part) {
    String text = part.strip();
    boolean ended = text.isEmpty() || ".!?…。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    return ended ? text : text + ".";
  }

  /// Never between the two halves of one letter.
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).stripTrailing();
  }
}
