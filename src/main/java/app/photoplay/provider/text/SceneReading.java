package app.photoplay.provider.text;

import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one scene. Whatever is wrong is said with the scene's number.
final class SceneReading {
  private static final double LONGEST = 3600;

  /// `6`, `6.5 s`, `6 seconds`, `0:06`.
  private static final Pattern SECONDS =
      Pattern.compile(
          "(?i)(?:(\\d{1,2}):)?(\\d{1,6}(?:[.,]\\d{1,6})?)\\s{0,3}(?:s|secs?|seconds?)?");

  private static final String[] WORDS = {
    "words",
    "narration",
    "dialogue",
    "dialog",
    "line",
    "lines",
    "spokenwords",
    "speech",
    "voiceover"
  };

  private final int number;
  private final AnswerFields fields;
  private final CastReading cast;
  private final Faults faults;

  SceneReading(int number, JsonNode scene, CastReading cast, Faults faults) {
    this.number = number;
    this.fields = AnswerFields.of(scene);
    this.cast = cast;
    this.faults = faults;
  }

  /// A scene whose length has not been fitted.
  ///
  /// @param seconds 0 where the answer does not say
  record Draft(double seconds, Storyboard.Scene scene) {}

  Draft read() {
    double seconds = seconds();
    String picture = text(StoryboardLimits.PICTURE, "picture", AnswerFields.PICTURE);
    if (picture.isEmpty()) {
      fault("has no picture");
    }
    Line line = line();
    return new Draft(
        seconds,
        new Storyboard.Scene(
            0,
            picture,
            text(StoryboardLimits.PICTURE, "ending", "ending", "endframe", "endframeprompt"),
            text(StoryboardLimits.MOTION, "motion", "motion", "motionprompt", "movement", "action"),
            term(
                "shot",
                FilmTerms::shot,
                ShotSize.MEDIUM,
                ShotSize.values(),
                "shot",
                "shotsize",
                "shottype",
                "size",
                "framing"),
            term(
                "camera",
                FilmTerms::move,
                CameraMove.STATIC_SHOT,
                CameraMove.values(),
                "camera",
                "cameramove",
                "cameramovement",
                "cameramotion"),
            line.speaker,
            line.words,
            term(
                "next",
                FilmTerms::transition,
                Transition.CUT,
                Transition.values(),
                "next",
                "transition",
                "transitiontonext",
                "transitionout")));
  }

  private double seconds() {
    JsonNode value =
        List.of("seconds", "duration", "durationseconds", "length", "lengthseconds", "time")
            .stream()
            .filter(fields::has)
            .map(fields.values()::get)
            .findFirst()
            .orElse(null);
    if (value == null || value.isNull()) {
      return 0;
    }
    double seconds = value.isNumber() ? value.doubleValue() : written(AnswerFields.text(value));
    if (seconds > 0 && seconds <= LONGEST) {
      return seconds;
    }
    fault("has no possible length: " + Faults.quoted(value.asText()) + " seconds");
    return 0;
  }

  private static double written(String text) {
    Matcher matcher = SECONDS.matcher(PlainText.cut(text, 40));
    if (!matcher.matches()) {
      return -1;
    }
    double minutes = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return 60 * minutes + Double.parseDouble(matcher.group(2).replace(',', '.'));
  }

  private String text(int most, String name, String... names) {
    return limited(most, name, fields.text(names));
  }

  private String limited(int most, String name, String text) {
    String cut = PlainText.cut(text, most);
    if (cut.length() < text.length()) {
      fault("has a " + name + " of more than " + most + " characters");
    }
    return cut.strip();
  }

  private <E extends Enum<E>> E term(
      String name, Function<String, Optional<E>> reading, E otherwise, E[] all, String... names) {
    String written = fields.text(names);
    Optional<E> read = written.isEmpty() ? Optional.of(otherwise) : reading.apply(written);
    if (read.isEmpty()) {
      String possible =
          Arrays.stream(all)
              .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      fault("has an unknown " + name + " " + Faults.quoted(written) + "; possible: " + possible);
    }
    return read.orElse(otherwise);
  }

  private record Line(String speaker, String words) {}

  private Line line() {
    Set<String> said = fields.texts(WORDS);
    String speaker = fields.text("speaker", "spokenby", "character", "who");
    for (String name : WORDS) {
      JsonNode value = fields.values().get(name);
      List<JsonNode> lines =
          value == null ? List.of() : value.isArray() ? AnswerFields.list(value) : List.of(value);
      for (JsonNode each : lines) {
        if (each.isObject()) {
          AnswerFields inner = AnswerFields.of(each);
          said.addAll(inner.texts("words", "line", "text", "dialogue"));
          String by = inner.text("speaker", "character", "name", "who");
          if (!speaker.isEmpty() && !by.isEmpty() && !speaker.equalsIgnoreCase(by)) {
            fault("has several speakers; give each a scene of its own");
          }
          speaker = by.isEmpty() ? speaker : by;
        }
      }
    }
    if (said.size() > 1) {
      fault("has more than one text to be said; only \"words\" is for that");
    }
    return line(speaker, limited(StoryboardLimits.WORDS, "text to be said", first(said)));
  }

  private static String first(Set<String> texts) {
    return texts.stream().findFirst().orElse("");
  }

  private Line line(String speaker, String words) {
    Optional<CastReading.Prefix> prefix = cast.prefix(words);
    if (prefix.isPresent()
        && (cast.isNarrator(speaker)
            || cast.named(speaker).equals(cast.named(prefix.get().name())))) {
      return line(prefix.get().name(), prefix.get().words());
    }
    if (words.isEmpty() || cast.isNarrator(speaker)) {
      return new Line("", words);
    }
    Optional<String> member = cast.named(speaker);
    if (member.isEmpty()) {
      fault(
          "has the speaker "
              + Faults.quoted(speaker)
              + ", who is not of the cast ("
              + cast.names()
              + ")");
    }
    return new Line(member.orElse(""), words);
  }

  private void fault(String what) {
    faults.add("Scene " + number + " " + what + ".");
  }
}
