package app.photoplay.provider.speech;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Ways in which any voice of this machine can speak, by names that people know. Behind the name of
/// a voice it makes another one: `de-storyteller`.
public enum SpeakingWay {
  WARM("Warm"),
  BRIGHT("Bright"),
  DEEP("Deep"),
  CHILD("Childlike"),
  STORYTELLER("Storyteller"),
  ROBOT("Robot");

  private final String title;

  SpeakingWay(String title) {
    this.title = title;
  }

  /// The one of that name or title.
  public static Optional<SpeakingWay> of(String name) {
    return Arrays.stream(values())
        .filter(it -> it.code().equals(name) || it.title.equalsIgnoreCase(name))
        .findFirst();
  }

  /// Its part of a voice's name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What people call it, in English.
  public String title() {
    return title;
  }

  /// The name of a voice without the way that it may end with.
  public static String plain(String voice) {
    int cut = voice.lastIndexOf('-');
    return cut > 0 && of(voice.substring(cut + 1)).isPresent() ? voice.substring(0, cut) : voice;
  }

  /// The way that a voice's name ends with.
  public static Optional<SpeakingWay> ofVoice(String voice) {
    return of(voice.substring(voice.lastIndexOf('-') + 1));
  }
}
