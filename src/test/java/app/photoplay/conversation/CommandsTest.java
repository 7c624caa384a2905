package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every command answers, also when it is used wrongly.
class CommandsTest extends Scenarios {
  private Actor ann;

  @BeforeEach
  void arrive() throws Exception {
    ann = person("ann");
  }

  @Test
  void theBotSaysWhatItDoes() throws Exception {
    String help = answer("help", "");
    assertThat(help).contains("\n3. Watch it come to life.", "/talk", "/receipt");
    assertThat(answer("help", "talk"))
        .contains("speed – Speed of the voice: 0.5 – 2", "voice – Voice: ");
    assertThat(answer("voices", ""))
        .startsWith("I choose the voice by the language you write in.")
        .contains("\nSally – English (United States)", "\nRobert – ");
    assertThat(answer("status", "")).contains("Nothing is being made");
    if (manners.commandsAreWords()) {
      assertThat(answer("start", "")).isEqualTo(help);
      assertThat(answer("nonsense", "")).contains("/nonsense");
    }
  }

  @Test
  void theBotKeepsAnAccountOfWhatWasMade() throws Exception {
    assertThat(answer("jobs", "")).startsWith("You have no videos yet.");
    String code = code(ann.videoFor(ann.sends(photo, "Hello there")));

    assertThat(answer("jobs", "")).contains(code + " · done");
    Seen job = ann.answerTo(ann.calls("job", code));
    assertThat(job.text()).contains(code + " · done");
    assertThat(job.labels()).containsExactly("Again");
    assertThat(answer("job", "QQQQQQ")).contains("/jobs");
    assertThat(answer("link", code)).contains("for 7 days:\nhttps://photo.example.org/v/");
    assertThat(answer("link", "QQQQQQ")).contains("/jobs");
    assertThat(answer("cancel", "")).contains("Nothing of yours");
    assertThat(answer("cancel", code)).contains("has ended already");
    assertThat(answer("receipt", code)).contains("Charged: $0.22");
    if (manners.commandsAreWords()) {
      assertThat(answer("again", "")).startsWith("Which video?");
    } else {
      ann.cannotCall(Call.of("again", ""));
    }
    Seen again = ann.videoFor(ann.calls("again", code.toLowerCase(Locale.ROOT)));
    assertThat(again.text()).contains("A new take: the same words, moved differently.");
  }

  @Test
  void aVideoIsStoppedByItsCode() throws Exception {
    ScriptedRenderer.Gate gate = backstage.hold();
    Seen card = ann.cardFor(ann.sends(photo, "Stop me"));
    gate.awaitReached();

    String code = code(ann.answerTo(ann.calls("jobs", "")));
    String stopping = answer("cancel", code);
    Seen end = ann.awaits("end", it -> it.text().startsWith("Cancelled"));

    assertThat(stopping).startsWith("Stopping");
    assertThat(end.id()).isEqualTo(card.id());
    assertThat(code(end)).isEqualTo(code);
  }

  @Test
  void daysAreCountedWhereThePersonLives() throws Exception {
    assertThat(answer("settings", "")).contains("UTC");
    assertThat(answer("settings", "zone Europe/Berlin")).contains("will be Europe/Berlin from");
    assertThat(answer("settings", "zone Mars/Base")).contains("“Mars/Base”");
    assertThat(answer("budget", "")).contains("$0.00 of $2.00");
  }

  @Test
  void aLanguageIsOneThatTheBotSpeaks() throws Exception {
    assertThat(answer("settings", "")).contains("I write to you in English.");
    assertThat(answer("settings", "language Klingon"))
        .startsWith("I don’t speak “Klingon” yet. I speak: ")
        .contains("English");
    assertThat(answer("settings", "language english"))
        .isEqualTo("From now on I write to you in English.");
    assertThat(answer("settings", "language auto"))
        .isEqualTo("From now on I write to you in English.");
  }

  @Test
  void thePersonIsWrittenToInTheLanguageThatWasTapped() throws Exception {
    Seen settings = ann.answerTo(ann.calls("settings", ""));
    assertThat(settings.labels()).contains("Deutsch", "Español", "العربية", "中文");

    ann.presses(settings, "Deutsch");
    ann.awaits("German", it -> it.text().startsWith("Die Sprache, in der ich dir ab jetzt"));
    Seen video = ann.videoFor(ann.sends(photo, "Guten Morgen, wie geht es dir?"));
    assertThat(video.labels()).contains("Neue Fassung");
    assertThat(answer("settings", "language العربية")).contains("العربية");
    assertThat(answer("status", "")).containsPattern("\\p{IsArabic}");
    assertThat(answer("settings", "language auto")).contains("English");
    assertThat(answer("status", "")).contains("Nothing is being made");
  }

  @Test
  void anOptionThatIsNotPossibleIsRefusedWithWhatIs() throws Exception {
    Call fast = Call.of("talk", "Hi").with("speed", "9");
    if (manners.commandsAreWords()) {
      assertThat(ann.answerTo(ann.calls(fast)).text()).contains("Possible: 0.5 – 2.");
    } else {
      ann.cannotCall(fast);
    }
  }

  @Test
  void whoTypesIsShownWhatIsPossible() throws Exception {
    String code = code(ann.videoFor(ann.sends(photo, "Which one was it?")));

    if (manners.commandsAreWords()) {
      assertThat(answer("jobs", "")).contains(code);
    } else {
      assertThat(ann.isSuggested("talk", "voice", "r")).containsExactly("Robert, English (US)");
    }
  }

  private String answer(String command, String words) throws Exception {
    return ann.answerTo(ann.calls(command, words)).text();
  }
}
