package app.photoplay.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.app.Folders;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevenSpeechModelTest extends PaidModelContract<SpeechInput, GeneratedSpeech> {
  private static final Catalogue CATALOGUE = Catalogue.read(Section.unstated(""));
  private static final SpeechPrompt GREETING =
      new SpeechPrompt("Good morning, all!", "elevenlabs-george");

  @TempDir Path home;

  private static RemoteSettings settings(FakeApi api) {
    Account account = new Account("elevenlabs", "", new Secret(KEY), 2);
    return new RemoteSettings(
        "elevenlabs", api.address(), Set.of(), Optional.empty(), List.of(account));
  }

  private static ElevenLabs elevenLabs(FakeApi api, Workshop workshop) {
    return new ElevenLabs(settings(api), CATALOGUE, workshop);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected Bench<SpeechInput, GeneratedSpeech> bench(Path home) throws Exception {
    SettableTime time = SettableTime.noon();
    Workshop workshop = Parts.workshop(home, time);
    Path tone = Parts.tone(home.resolve("tone.wav"), 1);
    FakeElevenLabs api = new FakeElevenLabs(KEY, Files.readAllBytes(tone));
    SpeechModel model = elevenLabs(api, workshop).voices().getFirst();
    var work = (Work.Paid<SpeechInput, GeneratedSpeech>) model.work();
    return new Bench<>(api, work, GREETING, workshop, time);
  }

  /// The answer to an order is its result.
  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.ORDER);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (trouble) {
      case KEY -> Optional.of(FakeElevenLabs.error(401, "invalid_api_key", "bad key " + KEY));
      case CREDIT ->
          Optional.of(FakeElevenLabs.error(401, "quota_exceeded", "0 credits remaining"));
      case INPUT -> Optional.of(FakeElevenLabs.error(404, "voice_not_found", "no such voice"));
      case MODERATION ->
          Optional.of(FakeElevenLabs.error(400, "content_against_policy", "not allowed"));
      case MORE_FIELDS ->
          Optional.of(
              Answer.json(200, new FakeElevenLabs(KEY, new byte[] {1}).spoken("Good morning")));
      case FAILED, GONE, RUNNING, UNKNOWN_STATUS -> Optional.empty();
    };
  }

  private static String send(Bench<SpeechInput, GeneratedSpeech> bench, SpeechInput input)
      throws InterruptedException {
    return switch (bench.work().order(input, Uploads.NONE, new Money(1)).send("key")) {
      case Sent.Accepted(var operation) -> operation;
      case Sent other -> throw new AssertionError(other);
    };
  }

  private static SpeechTimings timings(Result<GeneratedSpeech> result) throws Exception {
    Path file = ((Result.Ready<GeneratedSpeech>) result).value().timings();
    return new ObjectMapper().readValue(file.toFile(), SpeechTimings.class);
  }

  @Test
  void ordersWordsInAVoice() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      send(bench, GREETING);
      send(bench, new SpeechPrompt("Hi", "elevenlabs-george", new SpeechStyle(2, 5)));

      List<FakeApi.Call> orders = bench.api().calls(Step.ORDER);
      assertThat(orders.getFirst().path())
          .isEqualTo(
              "/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps"
                  + "?output_format=mp3_44100_128");
      assertThat(orders)
          .extracting(FakeApi.Call::text)
          .containsExactly(
              "{\"text\":\"Good morning, all!\",\"model_id\":\"eleven_flash_v2_5\"}",
              "{\"text\":\"Hi\",\"model_id\":\"eleven_flash_v2_5\","
                  + "\"voice_settings\":{\"speed\":1.2}}");
    }
  }

  @Test
  void knowsWhenEachWordIsHeard() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      SpeechTimings timings = timings(bench.work().poll(send(bench, GREETING), Optional::empty));

      List<Word> words = timings.words();
      assertThat(words).extracting(Word::text).containsExactly("Good", "morning,", "all!");
      // the letters' own times, behind the silence that each speech begins with
      assertThat(words.get(1).startMillis() - words.getFirst().startMillis())
          .isBetween(245.0, 255.0);
      assertThat(words.getFirst().startMillis()).isBetween(130.0, 170.0);
      assertThat(timings.language()).isEqualTo("en-GB");
    }
  }

  @Test
  void givesTheSameSpeechToWhoeverAsksAgain() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      String operation = send(bench, GREETING);

      SpeechTimings first = timings(bench.work().poll(operation, Optional::empty));
      SpeechTimings again = timings(bench.work().poll(operation, Optional::empty));

      assertThat(again).isEqualTo(first);
      assertThat(bench.api().calls(Step.OTHER)).isEmpty();
    }
  }

  @Test
  void findsSpeechAgainThatIsNotKeptAnyMore() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      String operation = send(bench, GREETING);
      Folders.delete(home.resolve("files"));

      SpeechTimings timings = timings(bench.work().poll(operation, () -> Optional.of(GREETING)));

      assertThat(timings.words())
          .extracting(Word::text)
          .containsExactly("Good", "morning,", "all!");
      assertThat(bench.api().calls(Step.OTHER))
          .extracting(FakeApi.Call::path)
          .containsExactly("/v1/history/item1/audio");
    }
  }

  @Test
  void findsSpeechThatAPersonHasFoundThere() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      SpeechTimings timings = timings(bench.work().poll("item1", () -> Optional.of(GREETING)));

      assertThat(timings.words())
          .extracting(Word::text)
          .containsExactly("Good", "morning,", "all!");
    }
  }

  @Test
  void saysThatSpeechIsGone() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      for (String operation :
          List.of("nothing-known", "{\"id\":\"../../x\",\"since\":0,\"more\":{}}")) {
        assertThat(bench.work().poll(operation, Optional::empty))
            .as(operation)
            .isInstanceOf(Result.Refused.class);
      }
    }
  }

  @Test
  void refusesSoundThatIsNone() throws Exception {
    try (Bench<SpeechInput, GeneratedSpeech> bench = bench(home)) {
      bench.api().next(Step.ORDER, Answer.json(200, "{\"audio_base64\":\"PGh0bWw+\"}"));
      bench.api().next(Step.ORDER, Answer.json(200, "{\"audio_base64\":\"*\"}"));

      for (int i = 0; i < 2; i++) {
        assertThat(bench.work().poll(send(bench, GREETING), () -> Optional.of(GREETING)))
            .isInstanceOf(Result.Refused.class);
      }
      try (var files = Files.walk(bench.workshop().scratch())) {
        assertThat(files.filter(it -> it.toString().endsWith(".sound"))).isEmpty();
      }
    }
  }

  @Test
  void offersTheVoicesOfTheAccount() throws Exception {
    try (FakeElevenLabs api = new FakeElevenLabs(KEY, new byte[0])) {
      Workshop workshop = Parts.workshop(home, SettableTime.noon());
      ModelCard known =
          CATALOGUE.cards().stream()
              .filter(it -> it.name().equals("elevenlabs-flash"))
              .findFirst()
              .orElseThrow();
      ModelCard card =
          new ModelCard(
              known.name(),
              known.provider(),
              known.id(),
              known.makes(),
              known.qualities(),
              known.lengths(),
              known.shapes(),
              known.abilities(),
              known.longestPrompt(),
              known.price(),
              known.simultaneous(),
              known.deadline(),
              Map.of("voices", "account"));
      RemoteSettings settings = settings(api);
      ElevenAccount account =
          new ElevenAccount(
              settings.baseUrl(),
              new Http(settings),
              workshop.remote(settings.accounts().getFirst()));

      account.readVoices();

      assertThat(account.voices(card).voices())
          .containsExactly(
              new SpeechModel.Voice("elevenlabs-grand-ma", "de", "Grand Ma!, German"),
              new SpeechModel.Voice("elevenlabs-tom", "en", "Tom, English"));
    }
  }

  @Test
  void judgesWordsBeforeTheyAreOrdered() throws Exception {
    try (FakeElevenLabs api = new FakeElevenLabs(KEY, new byte[0])) {
      SpeechModel model =
          elevenLabs(api, Parts.workshop(home, SettableTime.noon())).voices().getFirst();
      PriceBook prices = CATALOGUE.with(new PriceBook(Map.of()));

      assertThat(model.check(GREETING)).isInstanceOf(SpeechCheck.Speakable.class);
      assertThat(model.check(new SpeechPrompt("Hi", "slt")))
          .isInstanceOf(SpeechCheck.NoSuchVoice.class);
      assertThat(model.check(new SpeechPrompt("…!", "elevenlabs-george")))
          .isInstanceOf(SpeechCheck.NoWords.class);
      assertThat(model.check(new SpeechPrompt("word ".repeat(200), "elevenlabs-george")))
          .isInstanceOf(SpeechCheck.TooLong.class);
      assertThat(model.price(new SpeechNeed("elevenlabs-george", 3000, 18), prices))
          .contains(new Money(1800));
      assertThat(model.price(new SpeechNeed("slt", 3000, 18), prices)).isEmpty();
      assertThat(api.calls(Step.OTHER)).isEmpty();
    }
  }

  @Test
  void looksHowMuchIsLeft() throws Exception {
    try (FakeElevenLabs api = new FakeElevenLabs(KEY, new byte[0])) {
      ElevenLabs elevenLabs = elevenLabs(api, Parts.workshop(home, SettableTime.noon()));

      assertThat(elevenLabs.look().getFirst().said())
          .isEqualTo("ElevenLabs has 100 characters left.");
      api.next(Step.OTHER, FakeElevenLabs.error(401, "invalid_api_key", "no"));
      assertThat(elevenLabs.look().getFirst().good()).isFalse();
    }
  }
}
