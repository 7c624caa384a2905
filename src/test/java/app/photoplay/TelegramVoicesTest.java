package app.photoplay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.job.Lane;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Voices and recordings as people in Telegram meet them: real voices, real recordings, and a
/// scripted renderer whose videos hold the sound that was to be heard.
class TelegramVoicesTest {
  private static final Pattern STOP_AFTER = Pattern.compile("after “(?:… )?(.+)”");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int HOP = 960;
  private static final int FASTER = 20;

  @TempDir static Path folder;
  private static final AtomicInteger people = new AtomicInteger(100);
  private static FakeTelegram telegram;
  private static Ffmpeg ffmpeg;
  private static Voices voices;
  private static TestBot bot;
  private static Path photo;

  /// What a person says: three seconds or so, as a telephone packs it.
  private static Path note;

  private TelegramPerson ann;

  @BeforeAll
  static void open() throws Exception {
    Path cache = Path.of("target", "cache");
    Path work = folder.resolve("work");
    ffmpeg = new Ffmpeg(null, "", cache);
    voices = new Voices(new LocalSpeechModel(work, cache, new Sounds(ffmpeg)));
    telegram = FakeTelegram.start().faster(FASTER);
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(Bots.fasterAt(telegram, FASTER)),
                TestBot.FREE,
                new PortDecorator() {
                  @Override
                  public <T> T port(Class<T> type, T real) {
                    return type == SpeechModel.class ? type.cast(voices) : real;
                  }
                })
            .start();
    photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    var said = voices.real.make(new SpeechPrompt("Guten Tag! Das bin ich selbst.", "de"), _ -> {});
    note = opus("note.ogg", ((Result.Ready<GeneratedSpeech>) said).value().sound());
  }

  @AfterAll
  static void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  @BeforeEach
  void arrive() {
    ann = telegram.person(people.incrementAndGet());
  }

  // ---- one's own voice

  @Test
  void makesAPhotoSpeakWithOnesOwnVoice() throws Exception {
    int before = voices.asked.size();
    answer(ann.sendsPhoto(photo, ""));

    ShownMessage result = videoFor(ann.sendsVoice(note));

    double[] own = ((SoundAnswer.Decoded) voices.listen(note, 60)).samples();
    double[] heard = heardIn(result);
    assertThat(heard.length / 48_000.0).isCloseTo(own.length / 48_000.0, within(1.0));
    assertThat(likeness(loudness(own), loudness(heard))).isGreaterThan(0.9);
    assertThat(voices.asked).hasSize(before);
  }

  // ---- words

  @Test
  void saysHowLongAScriptWouldBeAndWhereToCutIt() throws Exception {
    StringBuilder script = new StringBuilder();
    for (int i = 1; i <= 25; i++) {
      script.append("Das ist der Satz mit der Nummer ").append(i).append(", und er ist lang. ");
    }
    var sent = ann.sendsPhoto(photo, script.toString());
    String refusal = answer(sent).text();
    Matcher stop = STOP_AFTER.matcher(refusal);

    assertThat(refusal)
        .matches("That would take about \\d+ seconds to say; I make up to 60 seconds\\. It fits.*");
    assertThat(stop.find()).isTrue();
    String cut = script.substring(0, script.indexOf(stop.group(1)) + stop.group(1).length());
    double[] heard = heardIn(videoFor(ann.sends(cut)));

    assertThat(heard.length / 48_000.0).isBetween(45.0, 60.0);
  }

  @Test
  void speaksTheLanguageThatIsWritten() throws Exception {
    Map<String, String> scripts =
        Map.of(
            "de", "Guten Morgen, ich bin ein Foto und kann sprechen.",
            "hi", "नमस्ते, मैं एक तस्वीर हूँ और मैं बोल सकती हूँ।",
            "slt", "Good morning, I am a photo and I can talk.");
    for (String words : scripts.values()) {
      videoFor(ann.sendsPhoto(photo, words));
    }

    scripts.forEach((voice, words) -> assertThat(voices.asked).containsEntry(words, voice));
  }

  @Test
  void listsItsVoices() throws Exception {
    String list = answer(ann.sends("/voices")).text();

    assertThat(list)
        .startsWith("I choose the voice by the language you write in.")
        .contains("\nSally – English (United States)", "\nGerman\n", "\nHindi\n")
        .contains("\nStoryteller – English (United States)");
    assertThat(telegram.commands("")).anyMatch(command -> command.startsWith("/voices"));
  }

  @Test
  void letsAVoiceBeHeardForNothing() throws Exception {
    ShownMessage list = answer(ann.sends("/voices"));

    ann.presses(list, "Storyteller");

    ann.awaits("who", it -> it.text().equals("Storyteller – English (United States)"), PATIENCE);
    ann.awaits("the sound", it -> it.text().equals("Storyteller.wav"), PATIENCE);
  }

  /// A voice is loaded for the first words.
  private ShownMessage videoFor(TelegramUpdate to) throws InterruptedException {
    return ann.awaits(
        "video for " + to.message(),
        message ->
            message.video().isPresent() && message.replyTo().equals(OptionalInt.of(to.message())),
        PATIENCE);
  }

  private ShownMessage answer(TelegramUpdate to) throws InterruptedException {
    return ann.awaits(
        "answer to " + to.message(),
        message -> message.replyTo().equals(OptionalInt.of(to.message())),
        PATIENCE);
  }

  // ---- sound

  /// The real voices, and whom they were asked to speak by.
  private static final class Voices
      implements SpeechModel, Work.Local<SpeechInput, GeneratedSpeech> {
    private final LocalSpeechModel real;

    /// Voices by words.
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    Voices(LocalSpeechModel real) {
      this.real = real;
    }

    @Override
    public String provider() {
      return real.provider();
    }

    @Override
    public List<Voice> voices() {
      return real.voices();
    }

    @Override
    public Optional<Voice> voiceFor(String words, String own) {
      return real.voiceFor(words, own);
    }

    @Override
    public SpeechCheck check(SpeechPrompt prompt) {
      return real.check(prompt);
    }

    @Override
    public Lane lane() {
      return real.lane();
    }

    @Override
    public Optional<Money> price(SpeechNeed need, PriceBook prices) {
      return real.price(need, prices);
    }

    @Override
    public Work<SpeechInput, GeneratedSpeech> work() {
      return this;
    }

    @Override
    public Result<GeneratedSpeech> make(SpeechInput input, DoubleConsumer progress)
        throws InterruptedException {
      if (input instanceof SpeechPrompt prompt) {
        asked.put(prompt.words(), prompt.voice());
      }
      return real.make(input, progress);
    }

    @Override
    public SoundAnswer listen(Path recording, double mostSeconds) throws InterruptedException {
      return real.listen(recording, mostSeconds);
    }
  }

  private static Path opus(String name, Path wav) throws Exception {
    Path file = folder.resolve(name);
    run("-i", wav.toString(), "-c:a", "libopus", "-b:a", "24k", file.toString());
    return file;
  }

  private static void run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
    all.addAll(List.of(arguments));
    ToolProcess.run(ffmpeg.binary().path(), all, Duration.ofSeconds(60));
  }

  /// The sound that the scripted renderer put behind its own words.
  private static double[] heardIn(ShownMessage result) throws IOException {
    String made = Files.readString(result.video().orElseThrow().file());
    Path wav = Files.createTempFile(folder, "heard", ".wav");
    Files.write(wav, made.substring(made.indexOf("RIFF")).getBytes(ISO_8859_1));
    return Sounds.readWav(wav);
  }

  /// In steps of 20 ms.
  private static double[] loudness(double[] samples) {
    double[] steps = new double[samples.length / HOP];
    for (int i = 0; i < steps.length * HOP; i++) {
      steps[i / HOP] += samples[i] * samples[i];
    }
    return Arrays.stream(steps).map(Math::sqrt).toArray();
  }

  /// The best cosine of two sounds, one moved against the other by up to a second.
  private static double likeness(double[] a, double[] b) {
    double best = 0;
    for (int shift = -50; shift <= 50; shift++) {
      double product = 0;
      for (int i = Math.max(0, shift); i < a.length && i - shift < b.length; i++) {
        product += a[i] * b[i - shift];
      }
      best = Math.max(best, product / (norm(a) * norm(b)));
    }
    return best;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }
}
