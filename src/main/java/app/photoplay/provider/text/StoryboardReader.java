package app.photoplay.provider.text;

import app.photoplay.job.Codec;
import app.photoplay.provider.text.SceneReading.Draft;
import app.photoplay.provider.text.Storyboard.Scene;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what a model wrote as a storyboard.
///
/// What can be mended without changing what was meant is mended; all else is said to be wrong. The
/// length, the lengths of scenes, their number, the language, the given cast and style are the
/// prompt's, whatever the answer says of them. A storyboard that was read and written is read as
/// the very same again.
public final class StoryboardReader {
  /// No storyboard has more.
  public static final int MOST_SCENES = StoryboardLimits.MOST_SCENES;

  private static final Codec<Storyboard> JSON = Codec.json(Storyboard.class);

  private final StoryboardPrompt prompt;
  private final Faults faults = new Faults();
  private final SceneLengths lengths;

  private StoryboardReader(StoryboardPrompt prompt) {
    this.prompt = prompt;
    this.lengths = new SceneLengths(prompt);
  }

  /// What came of reading.
  public sealed interface Reading {
    record Good(Storyboard board) implements Reading {}

    /// It is no storyboard for the prompt.
    ///
    /// @param faults in English, for the model that shall mend them; a few short sentences
    record Faulty(List<String> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads an answer to a prompt, whatever it is. The writer is whom the answer names, if any.
  public static Reading read(String answer, StoryboardPrompt prompt) {
    StoryboardReader reader = new StoryboardReader(prompt);
    return AnswerJson.find(answer, reader.faults)
        .map(reader::read)
        .orElseGet(() -> new Reading.Faulty(reader.faults.all()));
  }

  /// The longest that a storyboard of so many scenes may be for it to be read.
  ///
  /// @param seconds as wished
  /// @param shots the lengths in seconds that can be filmed
  public static int mostSeconds(int seconds, List<Integer> shots, int scenes) {
    return new SceneLengths(seconds, shots).most(scenes);
  }

  /// Reads what [#write] wrote.
  public static Storyboard stored(String json) {
    return JSON.decode(json);
  }

  /// The stored form.
  public static String write(Storyboard board) {
    return JSON.encode(board);
  }

  private Reading read(AnswerJson.Found found) {
    AnswerFields fields = AnswerFields.of(found.board());
    CastReading cast = new CastReading(prompt.cast(), faults);
    cast.read(fields);
    List<Draft> drafts = scenes(AnswerFields.scenes(found.board()), cast);
    String title = title(fields);
    String style = style(fields);
    List<Scene> scenes = faults.none() ? fitted(drafts, found.brokenOff()) : List.of();
    return faults.none()
        ? new Reading.Good(
            new Storyboard(
                PlainText.cut(fields.text("writer"), StoryboardLimits.WRITER).strip(),
                title,
                style,
                prompt.language(),
                cast.roles(),
                scenes))
        : new Reading.Faulty(faults.all());
  }

  private List<Draft> scenes(List<JsonNode> nodes, CastReading cast) {
    int most = StoryboardLimits.MOST_SCENES;
    int wanted = prompt.scenes().orElse(nodes.size());
    if (nodes.size() > most) {
      faults.add("There are more than " + most + " scenes.");
      return List.of();
    }
    if (nodes.size() != wanted) {
      faults.add("There are " + nodes.size() + " scenes; there must be " + wanted + ".");
    }
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode node : nodes) {
      int number = drafts.size() + 1;
      if (!node.isObject()) {
        faults.add("Scene " + number + " is not a JSON object.");
      }
      drafts.add(new SceneReading(number, node, cast, faults).read());
    }
    return drafts;
  }

  private String title(AnswerFields fields) {
    String title = fields.text("title", "filmtitle", "name");
    String cut = PlainText.cut(title, StoryboardLimits.TITLE).strip();
    if (cut.length() < title.length()) {
      faults.add("The title is longer than " + StoryboardLimits.TITLE + " characters.");
    }
    return cut.isEmpty()
        ? PlainText.cut(PlainText.of(prompt.idea()), StoryboardLimits.TITLE).strip()
        : cut;
  }

  /// What people chose is part of it whatever the model makes of it.
  private String style(AnswerFields fields) {
    String chosen = PlainText.cut(PlainText.of(prompt.style()), StoryboardLimits.STYLE).strip();
    String written = fields.text("style", "styleguide", "visualstyle");
    if (PlainText.cut(written, StoryboardLimits.STYLE).length() < written.length()) {
      faults.add("The style is longer than " + StoryboardLimits.STYLE + " characters.");
    }
    if (written.isEmpty()
        || written.toLowerCase(Locale.ROOT).contains(chosen.toLowerCase(Locale.ROOT))) {
      return written.isEmpty() ? chosen : written;
    }
    String both = chosen + ", " + written;
    return PlainText.cut(both, StoryboardLimits.STYLE).equals(both) ? both : chosen;
  }

  private List<Scene> fitted(List<Draft> drafts, boolean brokenOff) {
    int count = drafts.size();
    double even = (double) prompt.seconds() / count;
    List<Double> wanted = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    double sum = 0;
    for (Draft draft : drafts) {
      double seconds = draft.seconds() == 0 ? even : draft.seconds();
      sum += seconds;
      // the nearest one is kept wherever the sum allows it
      wanted.add((double) lengths.nearest(seconds));
      least.add(SpokenTime.seconds(draft.scene().words()));
    }
    boolean told = brokenOff ? lengths.allowed((int) Math.round(sum), count) : lengths.near(sum);
    if (!told) {
      faults.add(
          "The scenes last " + Math.round(sum) + " seconds together; " + mustLast(count) + ".");
      return List.of();
    }
    List<Integer> fitted = lengths.fit(wanted, least).orElse(List.of());
    if (fitted.isEmpty()) {
      tooMuchToSay(drafts, wanted, least);
      return List.of();
    }
    List<Scene> scenes = new ArrayList<>();
    for (Draft draft : drafts) {
      scenes.add(lasting(fitted.get(scenes.size()), draft.scene()));
    }
    return scenes;
  }

  private void tooMuchToSay(List<Draft> drafts, List<Double> wanted, List<Double> least) {
    for (int i = 0; i < drafts.size(); i++) {
      if (least.get(i) > wanted.get(i)) {
        String fitting =
            SpokenTime.fitting(wanted.get(i).intValue(), drafts.get(i).scene().words());
        faults.add(
            "The words of scene "
                + (i + 1)
                + " take about "
                + Math.round(Math.ceil(least.get(i)))
                + " seconds, but it lasts "
                + wanted.get(i).intValue()
                + ": at most "
                + fitting
                + ".");
      }
    }
    if (faults.none()) {
      int count = drafts.size();
      faults.add(count + " scenes cannot fill the film; " + mustLast(count) + ".");
    }
  }

  private String mustLast(int count) {
    return "they must last "
        + lengths.range(count)
        + ", each one of "
        + prompt.shots().stream().limit(30).toList();
  }

  private static Scene lasting(int seconds, Scene scene) {
    return new Scene(
        seconds,
        scene.picture(),
        scene.ending(),
        scene.motion(),
        scene.shot(),
        scene.camera(),
        scene.speaker(),
        scene.words(),
        scene.next());
  }
}
