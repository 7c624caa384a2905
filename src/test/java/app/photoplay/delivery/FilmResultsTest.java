package app.photoplay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.chaos.PaidKind;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Kinds;
import app.photoplay.job.Outcome;
import app.photoplay.job.Stage;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilmResultsTest {
  private final JobMessages messages =
      new JobMessages(
          new Kinds(
              List.of(
                  new PaidKind(
                      new ScriptedProvider(), Duration.ofSeconds(8), Duration.ofSeconds(15)))),
          false,
          new ButtonSigner(new byte[ButtonSigner.KEY_BYTES]),
          new Wording("en"));

  @Test
  void areNamedAndOfferedOnceMore() {
    OutboundMessage message = shown(2, 5);

    assertThat(message.text()).contains("Scenes 2, 5 could not be made: stills stand there.");
    assertThat(labels(message))
        .startsWith("Try these scenes again")
        .doesNotContain("Again", "Send again");
  }

  @Test
  void aFilmThatLacksNothingSaysNothingOfThem() {
    OutboundMessage message = shown(new int[0]);

    assertThat(message.text()).doesNotContain("could not be made");
    assertThat(labels(message)).startsWith("Send again");
  }

  @Test
  void aStoryThatIsATemplateIsSaidToBeOne() {
    assertThat(shown(Artifact.TEMPLATE).text())
        .contains("the story is a fixed pattern, filled with your own words");
    assertThat(shown(new int[0]).text()).doesNotContain("pattern");
  }

  private static List<String> labels(OutboundMessage message) {
    return message.buttons().stream().flatMap(List::stream).map(Button::label).toList();
  }

  private OutboundMessage shown(int... missing) {
    return shown(IntStream.of(missing).mapToObj(Artifact::missing).toArray(String[]::new));
  }

  private OutboundMessage shown(String... marks) {
    Artifact video = artifact(Artifact.VIDEO);
    List<Artifact> made = new ArrayList<>(List.of(video));
    Stream.of(marks).map(this::artifact).forEach(made::add);
    JobReport job =
        new JobReport(
            new JobId(1),
            JobCode.of(1),
            new AccountId(1),
            PaidRequest.KIND,
            "{}",
            Status.MADE,
            Stage.CUTTING,
            0,
            Optional.of(new Outcome.Made(made)),
            Money.ZERO,
            Money.ZERO,
            false,
            false,
            false,
            SettableTime.noon().instant(),
            Optional.empty());
    return messages.made(job, video, "en");
  }

  private Artifact artifact(String role) {
    return new Artifact(role, "0".repeat(64), "video/mp4", 1, 0, 0, 1000);
  }
}
