package app.photoplay.conversation;

import app.photoplay.TestBot;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ScriptedVoice;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The bot behind a stage: the real one on a real database, with a scripted renderer, voices that
/// read real recordings, and a clock. It can stop and start again while people are there.
final class Backstage {
  final SettableTime time = SettableTime.noon();
  final Stage stage;
  private final Path folder;
  private final List<ScriptedRenderer.Gate> gates = new ArrayList<>();
  private TestBot bot;
  private int renderedBefore;
  private int spokenBefore;
  private int complaintsBefore;
  private int rooms;
  private boolean filming;

  Backstage(Platform platform, Path folder) throws Exception {
    this.folder = folder;
    stage = platform.open(folder, time);
    bot = opened();
    stage.started();
  }

  private TestBot opened() {
    TestBot opened =
        new TestBot(
            folder.resolve("data"),
            (database, files) -> List.of(stage.chat(database, files, time)),
            TestBot.PRICED,
            new Hearing(folder.resolve("work")),
            time);
    if (filming) {
      opened.renderer.films();
      opened.voice.audible();
    }
    return opened.start();
  }

  /// From now on what is rendered and said can be cut into films, also after a restart.
  void films() {
    filming = true;
    bot.renderer.films();
    bot.voice.audible();
  }

  /// A scenario begins: from here on is counted.
  void begin() {
    complaintsBefore = stage.complaints().size();
    renderedBefore = bot.renderer.rendered();
    spokenBefore = bot.voice.spoken();
  }

  /// What the platform refused in this scenario.
  List<String> complaints() {
    List<String> all = stage.complaints();
    return all.subList(complaintsBefore, all.size());
  }

  int rendered() {
    return bot.renderer.rendered() - renderedBefore;
  }

  int spoken() {
    return bot.voice.spoken() - spokenBefore;
  }

  /// The number of a room where nobody was before.
  int room() {
    return ++rooms;
  }

  ScriptedRenderer renderer() {
    return bot.renderer;
  }

  /// Holds all renders until the gate is opened, or until the scenario ends.
  ScriptedRenderer.Gate hold() {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    gates.add(gate);
    return gate;
  }

  void letGo() {
    gates.forEach(ScriptedRenderer.Gate::open);
    gates.clear();
  }

  /// Stops as at SIGTERM and starts on the same data, while the platform goes on.
  void restart() throws Exception {
    bot.stop();
    start();
  }

  /// The same without a moment for the work that is going on.
  void restartAtOnce() throws Exception {
    bot.bury();
    start();
  }

  private void start() throws Exception {
    letGo();
    bot = opened();
    stage.started();
    renderedBefore = 0;
    spokenBefore = 0;
  }

  void close() throws Exception {
    letGo();
    bot.stop();
    stage.close();
  }

  /// Puts ears to the scripted voice.
  private record Hearing(Path work) implements PortDecorator {
    @Override
    public <T> T port(Class<T> type, T real) {
      return type == SpeechModel.class
          ? type.cast(new HearingVoice((ScriptedVoice) real, work))
          : real;
    }
  }
}
