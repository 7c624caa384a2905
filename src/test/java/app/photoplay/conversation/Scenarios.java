package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What all scenarios have: every platform in turn, the bot behind it, which one class's scenarios
/// share, people who are new in each scenario, and a transcript.
///
/// A word takes a second to say; a second costs 1 cent of speech and 10 of video, and what is set
/// aside is for a quarter and a second more.
@ParameterizedClass(name = "{0}")
@EnumSource(Platform.class)
abstract class Scenarios {
  private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{6}\\b");
  private static final Map<Platform, Backstage> OPEN = new EnumMap<>(Platform.class);

  @TempDir static Path folder;

  /// Set by JUnit.
  @Parameter
  @SuppressWarnings("NullAway.Init")
  Platform platform;

  Manners manners;
  Backstage backstage;
  Path photo;
  private Transcript transcript;
  private List<Actor> people;

  @BeforeEach
  void open() throws Exception {
    if (!OPEN.containsKey(platform)) {
      OPEN.put(platform, new Backstage(platform, folder.resolve(platform.folder())));
    }
    backstage = Objects.requireNonNull(OPEN.get(platform));
    backstage.begin();
    manners = backstage.stage.manners();
    transcript = new Transcript(manners.rings());
    people = new ArrayList<>();
    photo = file("me.jpg", PhotoFiles.portrait());
  }

  @AfterEach
  void close(TestInfo scenario) throws Exception {
    backstage.letGo();
    for (Actor person : people) {
      person.follow();
    }
    String name = scenario.getTestMethod().orElseThrow().getName();
    transcript.write(
        Path.of("target", "transcripts", platform.folder(), name + ".txt"),
        Transcript.sentence(name) + " (" + platform + ")");
    assertThat(backstage.complaints()).isEmpty();
  }

  @AfterParameterizedClassInvocation
  static void end() throws Exception {
    for (Backstage open : OPEN.values()) {
      open.close();
    }
    OPEN.clear();
  }

  // ---- people and things

  /// Somebody new, alone with the bot.
  Actor person(String name) throws Exception {
    return joined(new Actor(name, name, backstage.stage.arrives(), backstage.time, transcript));
  }

  /// The same person in a room with others.
  ///
  /// @param room see [Backstage#room()]
  Actor in(int room, Actor person) {
    return joined(person.at(backstage.stage.enters(person.screen(), room), "all"));
  }

  private Actor joined(Actor person) {
    people.add(person);
    return person;
  }

  Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  Path cat() throws IOException {
    return file("cat.jpg", PhotoFiles.named("cat.jpg"));
  }

  /// The code of a job that a message tells.
  static String code(Seen message) {
    Matcher code = CODE.matcher(message.text());
    assertThat(code.find()).as("a code in: " + message.text()).isTrue();
    return code.group();
  }

  // ---- what happens to all

  /// The bot stops in good order and starts again.
  void restart() throws Exception {
    happens("(the bot stops and starts again)");
    backstage.restart();
  }

  /// The same in the middle of its work.
  void restartAtOnce() throws Exception {
    happens("(the bot stops in the middle of its work and starts again)");
    backstage.restartAtOnce();
  }

  void passes(Duration span) throws Exception {
    happens("(" + span.toSeconds() + " seconds go by)");
    backstage.time.advance(span);
  }

  private void happens(String what) throws Exception {
    for (Actor person : people) {
      person.follow();
    }
    transcript.does("", what);
  }

  // ---- what renderer and voice were asked for in this scenario

  int rendered() {
    return backstage.rendered();
  }

  int spoken() {
    return backstage.spoken();
  }
}
