package app.photoplay.provider.did;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.did.FakeDid.Talk;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether D-ID has a talk of which no answer came.
class DidSearchTest {
  private static final String KEY = "c29tZW9uZQ:operators-key";
  private static final String OURS = "photoplay-42";
  private final Instant sent = SettableTime.noon().instant();

  @TempDir Path home;
  private FakeDid api;

  @BeforeEach
  void start() {
    api = new FakeDid(KEY, new byte[0]);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void findsTheTalkOnWhateverPageItStands() throws Exception {
    api.lists(at(9), at(8), at(7), at(6), new Talk("tlk_42", time(5), OURS), at(4), at(3));

    assertThat(call().idempotency()).isEqualTo(Idempotency.LOOKUP);
    assertThat(call().find(OURS, sent)).isEqualTo(new Found.There("tlk_42"));
    assertThat(questions()).hasSize(2);
  }

  @Test
  void looksNoFurtherThanToWhenItWasSent() throws Exception {
    api.lists(at(5), at(4), at(-200), at(-201), at(-202), at(-203), at(-204));

    assertThat(call().find(OURS, sent)).isEqualTo(new Found.Absent());
    assertThat(questions()).hasSize(1);
  }

  @Test
  void looksAtAllWhenTheOldestComeFirst() throws Exception {
    api.lists(at(-300), at(-200), at(-100), at(1), new Talk("tlk_42", time(2), OURS));

    assertThat(call().find(OURS, sent)).isEqualTo(new Found.There("tlk_42"));
  }

  @Test
  void asksATalkItselfWhereTheListDoesNotTell() throws Exception {
    api.lists(at(3), new Talk("tlk_42", time(2), OURS), new Talk("tlk_9", time(1), ""), at(-100));
    api.listsBriefly();

    assertThat(call().find(OURS, sent)).isEqualTo(new Found.There("tlk_42"));
    assertThat(call().find("photoplay-7", sent)).isEqualTo(new Found.Absent());
    assertThat(questions()).noneMatch(it -> it.endsWith("tlk_-100"));
  }

  @Test
  void cannotTellWhereThereIsNoList() throws Exception {
    api.next(Step.OTHER, Answer.json(200, "{\"videos\":[]}"));
    assertThat(call().find(OURS, sent)).isInstanceOf(Found.Unclear.class);

    api.next(Step.OTHER, Answer.json(500, "{}"));
    assertThat(call().find(OURS, sent)).isInstanceOf(Found.Unclear.class);

    api.next(Step.OTHER, FakeDid.error(401, "AuthorizationError", "no"));
    assertThat(call().find(OURS, sent)).isInstanceOf(Found.Unclear.class);
  }

  @Test
  void cannotTellWhereThereIsMoreThanAnybodyLooksThrough() throws Exception {
    api.lists(IntStream.range(0, 70).mapToObj(i -> at(100 - i)).toArray(Talk[]::new));

    assertThat(call().find(OURS, sent)).isInstanceOf(Found.Unclear.class);
    assertThat(questions()).hasSize(20);
  }

  /// Somebody else's, so many minutes after ours was sent.
  private Talk at(int minutes) {
    return new Talk("tlk_" + minutes, time(minutes), "photoplay-1" + minutes);
  }

  private String time(int minutes) {
    return sent.plusSeconds(60L * minutes).toString();
  }

  private List<String> questions() {
    return api.calls(Step.OTHER).stream().map(it -> it.method() + " " + it.path()).toList();
  }

  @SuppressWarnings("unchecked")
  private PaidCall call() throws Exception {
    Account account = new Account("d-id", "", new Secret(KEY), 2);
    Did did =
        new Did(
            new RemoteSettings("d-id", api.address(), Set.of(), Optional.empty(), List.of(account)),
            Catalogue.read(Section.unstated("")),
            Parts.workshop(home, SettableTime.noon()));
    var work = (Work.Paid<TalkPrompt, ?>) did.renderers().getFirst().work();
    TalkPrompt prompt = Parts.talk(home);
    Work.Uploads uploads = ((Result.Ready<Work.Uploads>) work.upload(prompt)).value();
    return work.order(prompt, uploads, new Money(1));
  }
}
