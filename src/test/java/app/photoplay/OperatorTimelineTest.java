package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.TelegramPerson;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What the operator is told of a job, in Telegram.
class OperatorTimelineTest extends TelegramConversation {
  @Test
  void theOperatorReadsWhatHappenedToATalkAndItsSpeechAndNothingThatWasSaid() throws Exception {
    TelegramPerson operator = telegram.person(1);
    String code = code(videoFor(ann, ann.sendsPhoto(photo, "A secret of mine")));

    String toAnn = says(ann, "/ops job " + code);
    String told = says(operator, "/ops job " + code.toLowerCase(Locale.ROOT));
    String unknown = says(operator, "/ops job ZZZZZZ");
    String incomplete = says(operator, "/ops job");

    List<String> lines = told.lines().filter(line -> line.startsWith("20")).toList();
    assertThat(told).startsWith("What has happened to " + code).doesNotContain("secret");
    assertThat(lines.getFirst()).contains(" · talk " + code + " · ordered · ", " · by person ");
    assertThat(lines).anyMatch(line -> line.contains(" · talk " + code + " · waits for its parts"));
    assertThat(lines)
        .anyMatch(
            line -> line.contains(" · speech ") && line.contains(" · last step done · done "));
    assertThat(lines.getLast()).contains(" · talk " + code + " · last step done · done ");
    assertThat(toAnn).startsWith("That is for the operator").doesNotContain(code);
    assertThat(unknown).startsWith("I know of no job with that code.");
    assertThat(incomplete).startsWith("/ops doubts lists").contains("/ops job CODE");
  }

  private static String says(TelegramPerson person, String words) throws InterruptedException {
    return answer(person, person.sends(words)).text();
  }
}
