package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Speech by key and in a project.
class GoogleSpeechTest extends GoogleContract<SpeechInput, GeneratedSpeech> {
  private static final SpeechPrompt PROMPT =
      new SpeechPrompt("Guten Morgen, Fuchs.", "google-kore");
  private static final String RAW = "audio/L16;codec=pcm;rate=24000";

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private final GoogleFake fake = new GoogleFake(KEY);

  @BeforeEach
  void answer() {
    fake.answers(sound(24_000, 2));
  }

  @AfterEach
  void end() {
    fake.close();
  }

  @Override
  protected Bench<SpeechInput, GeneratedSpeech> bench(Path home) {
    GoogleFake api = new GoogleFake(KEY);
    api.answers(sound(24_000, 4));
    Workshop workshop = Parts.workshop(home, time);
    return new Bench<>(api, paid(speaker(Keys.gemini(api, KEY, workshop))), PROMPT, workshop, time);
  }

  @Override
  String more() {
    return sound(24_000, 4).replaceFirst("\\{", "{\"news\":{\"a\":[1]},");
  }

  /// A tone, as samples alone.
  private static String sound(int rate, double seconds) {
    byte[] samples = new byte[2 * (int) (rate * seconds)];
    for (int i = 0; i < samples.length / 2; i++) {
      short sample = (short) (9000 * Math.sin(2 * Math.PI * 220 * i / rate));
      samples[2 * i] = (byte) sample;
      samples[2 * i + 1] = (byte) (sample >> 8);
    }
    return """
    {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"%s",\
    "data":"%s"}}],"role":"model"},"finishReason":"STOP"}]}\
    """
        .formatted(RAW.replace("24000", "" + rate), GoogleFake.base64(samples));
  }

  @Test
  void theRequestIsAsDocumented() throws Exception {
    ordered(speaker(Keys.gemini(fake, KEY, workshop())), PROMPT);

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/v1beta/models/gemini-3.8-flash-lite-tts:generateContent");
    assertThat(call.json())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"contents":[{"parts":[{"text":"Guten Morgen, Fuchs."}],"role":"user"}],
                     "generationConfig":{"responseModalities":["AUDIO"],
                      "speechConfig":{"voiceConfig":{
                       "prebuiltVoiceConfig":{"voiceName":"Kore"}}}}}
                    """));
  }

  @Test
  void aProjectSpeaksToo() throws Exception {
    ordered(speaker(Keys.vertex(fake, KEY, home, "", workshop())), PROMPT);

    assertThat(fake.calls(Step.ORDER).getFirst().path())
        .isEqualTo(
            "/v1beta1/projects/proj/locations/global/publishers/google/models"
                + "/gemini-3.8-flash-lite-tts:generateContent");
  }

  @ParameterizedTest
  @CsvSource({"24000", "16000", "48000"})
  void samplesAreReadAtTheRateThatIsStated(int rate) throws Exception {
    fake.answers(sound(rate, 2));
    SpeechModel speaker = speaker(Keys.gemini(fake, KEY, workshop()));
    String operation = ((Sent.Accepted) ordered(speaker, PROMPT)).operation();

    Result<GeneratedSpeech> result = paid(speaker).poll(operation, () -> Optional.of(PROMPT));

    double seconds =
        ((Result.Ready<GeneratedSpeech>) result).value().duration().toMillis() / 1000.0;
    // with the silence before and after all speech
    assertThat(seconds).isBetween(2.0, 2.5);
  }

  @Test
  void wordsInPlaceOfSoundAreAFailure() throws Exception {
    fake.answers(GoogleFake.words("Guten Morgen"));

    Sent sent = ordered(speaker(Keys.gemini(fake, KEY, workshop())), PROMPT);

    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(Code.BAD_RESULT);
  }

  @Test
  void thirtyVoicesSpeakAnyLanguage() {
    SpeechModel speaker = speaker(Keys.gemini(fake, KEY, workshop()));

    assertThat(speaker.voices())
        .hasSize(30)
        .extracting(SpeechModel.Voice::name)
        .doesNotHaveDuplicates();
    assertThat(speaker.voices())
        .extracting(it -> it.name().toLowerCase(Locale.ROOT))
        .allMatch(it -> it.startsWith("google-"));
    assertThat(speaker.voiceFor("Доброе утро")).contains(speaker.voices().getFirst());
    assertThat(speaker.check(PROMPT)).isInstanceOf(SpeechCheck.Speakable.class);
    assertThat(speaker.check(new SpeechPrompt("Hello", "google-nobody")))
        .isInstanceOf(SpeechCheck.NoSuchVoice.class);
    assertThat(
            speaker.price(
                new SpeechNeed("google-kore", 10_000, 40),
                Keys.CATALOGUE.with(new PriceBook(Map.of()))))
        .contains(new Money(4000));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, ''",
    "1.1, 1, ''",
    "0.7, 0, 'Say slowly: '",
    "1.5, -4, 'Say quickly in a low voice: '",
    "1, 5, 'Say in a high voice: '"
  })
  void howToSpeakIsSaidInWords(double speed, double semitones, String told) {
    assertThat(GoogleSpeech.manner(new SpeechStyle(speed, semitones))).isEqualTo(told);
  }

  private Workshop workshop() {
    return Parts.workshop(home, time);
  }

  private static Sent ordered(SpeechModel speaker, SpeechPrompt prompt)
      throws InterruptedException {
    return paid(speaker).order(prompt, Uploads.NONE, new Money(200_000)).send("key");
  }

  private static SpeechModel speaker(Google google) {
    return google.voices().stream()
        .filter(it -> it.name().equals("google-voice"))
        .findFirst()
        .orElseThrow();
  }

  private static Work.Paid<SpeechInput, GeneratedSpeech> paid(SpeechModel model) {
    return (Work.Paid<SpeechInput, GeneratedSpeech>) model.work();
  }
}
