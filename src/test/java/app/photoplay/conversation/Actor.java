package app.photoplay.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// A person of the script. What the person does takes a second; it and what the person sees goes
/// into the transcript.
final class Actor {
  private static final Duration TO_ACT = Duration.ofSeconds(1);

  private final String name;
  private final String audience;
  private final Screen screen;
  private final SettableTime time;
  private final Transcript transcript;
  private int read;

  /// @param audience who sees what the bot says here
  Actor(String name, String audience, Screen screen, SettableTime time, Transcript transcript) {
    this.name = name;
    this.audience = audience;
    this.screen = screen;
    this.time = time;
    this.transcript = transcript;
  }

  /// The same person elsewhere.
  Actor at(Screen place, String audience) {
    return new Actor(name, audience, place, time, transcript);
  }

  Screen screen() {
    return screen;
  }

  // ---- doing

  Act writes(String words) throws Exception {
    return writes(Line.of(words));
  }

  Act replies(Said message, String words) throws Exception {
    return writes(Line.of(words).on(message));
  }

  /// Sends a file: a photo, a voice note or anything else.
  ///
  /// @param words may be empty
  Act sends(Path file, String words) throws Exception {
    return writes(Line.of(file, words));
  }

  Act writes(Line line) throws Exception {
    begins(line.toString());
    return new Act(screen.writes(line));
  }

  /// Sends photos together.
  ///
  /// @param worded which of them has the words, from 0
  Act sendsTogether(List<Path> photos, int worded, String words) throws Exception {
    begins("[" + photos.size() + " photos together] " + words);
    return new Act(screen.sendsTogether(photos, worded, words));
  }

  /// Changes the words of what was written before.
  void edits(Said message, String words) throws Exception {
    begins("changes it to: " + words);
    screen.edits(message, words);
  }

  Act calls(String command, String words) throws Exception {
    return calls(Call.of(command, words));
  }

  Act calls(Call call) throws Exception {
    begins(call.toString());
    return new Act(screen.calls(call));
  }

  /// Tries a command that the platform does not let through.
  void cannotCall(Call call) throws Exception {
    begins("cannot send " + call);
    assertThatThrownBy(() -> screen.calls(call))
        .hasMessageMatching("(?s).*(does not take|is required).*");
  }

  /// Reads what the form asks for that a command has opened.
  String isAsked(Act call) throws Exception {
    String form = screen.form(call);
    transcript.does("bot to " + name, "(opens a form) " + form);
    return form;
  }

  /// Fills that form in and sends it.
  Act fills(Act call, String words) throws Exception {
    return fills(call, Line.of(words));
  }

  /// The same with a photo.
  Act fills(Act call, Line line) throws Exception {
    begins("(into the form) " + line);
    return new Act(screen.fills(call, line));
  }

  /// Looks at what is suggested while an option of a command is typed.
  List<String> isSuggested(String command, String option, String begun) throws Exception {
    begins("types /" + command + " " + option + "=" + begun);
    List<String> suggested = screen.suggestions(command, option, begun);
    transcript.does("bot to " + name, "(suggests) " + String.join(", ", suggested));
    return suggested;
  }

  /// Presses a button of the message as it now stands.
  Act presses(Said message, String label) throws Exception {
    Seen.Button button = now(message).button(label);
    begins("presses [" + label + "]");
    return ends(screen.presses(message, button.data()));
  }

  /// Presses a button as it was seen, perhaps by another person, whatever is there now.
  Act pressesAsSeen(Seen message, String label) throws Exception {
    begins("presses [" + label + "] as it was seen before");
    return ends(screen.presses(message, message.button(label).data()));
  }

  /// Makes a client say that a button was pressed that is not there.
  Act forges(Said message, String data) throws Exception {
    begins("forges a press of “" + data + "”");
    return ends(screen.presses(message, data));
  }

  private void begins(String what) throws Exception {
    follow();
    time.advance(TO_ACT);
    transcript.does(name, what);
  }

  private Act ends(Act act) {
    if (!act.told().isEmpty()) {
      transcript.does("bot to " + name, "(a notice) " + act.told());
    }
    return act;
  }

  /// The platform brings it once more.
  void repeats(Act act) throws Exception {
    begins("(the platform brings that once more)");
    screen.repeats(act);
  }

  // ---- looking

  Seen awaits(String what, Predicate<Seen> wanted) throws Exception {
    Seen seen = screen.awaits(what, it -> !it.own() && wanted.test(it));
    follow();
    return seen;
  }

  Seen answerTo(Said said) throws Exception {
    return awaits("answer to " + said, it -> it.answers(said) && !it.text().isEmpty());
  }

  Seen videoFor(Said said) throws Exception {
    return awaits("video for " + said, it -> it.answers(said) && it.video().isPresent());
  }

  /// The card that stands for work in progress.
  Seen cardFor(Said said) throws Exception {
    return awaits("card for " + said, it -> it.answers(said) && it.text().contains("25%"));
  }

  /// The message as it now stands.
  Seen now(Said message) throws Exception {
    return sees().stream()
        .filter(it -> it.id().equals(message.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not to be seen: " + message));
  }

  List<Seen> sees() throws Exception {
    return screen.sees();
  }

  List<Seen> fromBot() throws Exception {
    return sees().stream().filter(it -> !it.own()).toList();
  }

  /// What the video holds, as the scripted renderer wrote it.
  String watches(Seen message) throws Exception {
    return new String(screen.watches(message), ISO_8859_1);
  }

  /// Puts what is new on the screen into the transcript.
  void follow() throws Exception {
    List<Seen> all = screen.history();
    all.subList(read, all.size())
        .forEach(it -> transcript.sees(screen.place(), it.alone() ? name : audience, it));
    read = all.size();
  }
}
