package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// The pieces of films as paid houses make them: plain, quick, and each told by its words. Their
/// prices are those of `NAME.text` and `NAME.image` for one, `NAME.speech` and `NAME.video` for a
/// second.
public final class ScriptedPieces {
  public static final String VOICE = "nara";
  private static final int MILLIS_A_WORD = 250;
  private static final int RATE = 48_000;

  private final Path work;
  private Optional<Path> film = Optional.empty();

  /// Pieces.
  ///
  /// @param work folder for what is delivered
  public ScriptedPieces(Path work) throws IOException {
    this.work = Files.createDirectories(work);
  }

  /// What every shot from now on looks like; else they are no videos at all.
  public void shows(Path video) {
    film = Optional.of(video);
  }

  /// Writes these answers one after the other; the last one stays.
  public TextModel writing(ScriptedHouse house, String... answers) {
    return new Writing(house, answers);
  }

  public ImageModel painting(ScriptedHouse house) {
    return new Painting(house);
  }

  public SpeechModel speaking(ScriptedHouse house) {
    return new Speaking(house);
  }

  public VideoModel filming(ScriptedHouse house) {
    return new Filming(house);
  }

  private static Money once(PriceBook prices, ScriptedHouse house, String item) {
    return prices.price(house.name(), item, 1000);
  }

  private Path file(String end) throws IOException {
    return Files.createTempFile(work, "piece-", end);
  }

  private static final class Writing
      extends ScriptedHouse.Desk<StoryboardPrompt, StoryboardPrompt, String> implements TextModel {
    private final ScriptedHouse house;
    private final Deque<String> answers;

    private Writing(ScriptedHouse house, String... answers) {
      house.super();
      this.house = house;
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Optional<Money> price(StoryboardPrompt need, PriceBook prices) {
      return Optional.of(once(prices, house, "text"));
    }

    @Override
    protected String what(StoryboardPrompt prompt) {
      return "text " + prompt.idea();
    }

    @Override
    protected String make(StoryboardPrompt prompt) {
      return answers.size() > 1 ? answers.pop() : answers.element();
    }
  }

  private final class Painting extends ScriptedHouse.Desk<ImagePrompt, ImagePrompt, GeneratedImage>
      implements ImageModel {
    private final ScriptedHouse house;

    private Painting(ScriptedHouse house) {
      house.super();
      this.house = house;
    }

    @Override
    public Optional<Money> price(ImagePrompt need, PriceBook prices) {
      return Optional.of(once(prices, house, "image"));
    }

    @Override
    protected String what(ImagePrompt prompt) {
      return "image " + prompt.text();
    }

    @Override
    protected GeneratedImage make(ImagePrompt prompt) throws IOException {
      Path picture = file(".jpg");
      Pictures.writeJpeg(painted(prompt.text(), 160, 90), picture, 0.8);
      return new GeneratedImage(picture, new Size(160, 90));
    }
  }

  /// Fields in a colour of its own, every second one lighter.
  private static Picture painted(String words, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int colour = words.hashCode() & 0x7F7F7F;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x / 16 + y / 16) % 2 == 0 ? colour : colour + 0x303030);
      }
    }
    return new Picture(image);
  }

  private final class Speaking extends ScriptedHouse.Desk<SpeechNeed, SpeechInput, GeneratedSpeech>
      implements SpeechModel {
    private final ScriptedHouse house;

    private Speaking(ScriptedHouse house) {
      house.super();
      this.house = house;
    }

    @Override
    public Optional<Money> price(SpeechNeed need, PriceBook prices) {
      return Optional.of(prices.price(house.name(), "speech", need.millis()));
    }

    @Override
    public List<Voice> voices() {
      return List.of(new Voice(VOICE, "en-US", "Nara, English (US)"));
    }

    @Override
    public SpeechCheck check(SpeechPrompt prompt) {
      return new SpeechCheck.Speakable(millis(prompt.words()) / 1000.0);
    }

    @Override
    protected String what(SpeechInput input) {
      return "speech " + words(input);
    }

    @Override
    protected GeneratedSpeech make(SpeechInput input) throws IOException {
      String words = words(input);
      int millis = millis(words);
      Path sound = file(".wav");
      Path timings = file(".json");
      tone(sound, millis);
      new ObjectMapper().writeValue(timings.toFile(), timings(words));
      return new GeneratedSpeech(sound, timings, Duration.ofMillis(millis));
    }
  }

  private static String words(SpeechInput input) {
    return input instanceof SpeechPrompt prompt ? prompt.words() : "a recording";
  }

  private static int millis(String words) {
    return MILLIS_A_WORD * words.strip().split("\\s+", -1).length;
  }

  private static SpeechTimings timings(String words) {
    List<SpeechTimings.Word> timed = new ArrayList<>();
    for (String word : words.strip().split("\\s+", -1)) {
      double start = (double) MILLIS_A_WORD * timed.size();
      timed.add(new SpeechTimings.Word(word, start, start + MILLIS_A_WORD));
    }
    return new SpeechTimings("en-US", "sampa", List.of(), timed);
  }

  private static void tone(Path file, int millis) throws IOException {
    byte[] bytes = new byte[millis * RATE / 1000 * 2];
    for (int i = 0; i < bytes.length / 2; i++) {
      int sample = (int) (9000 * Math.sin(i * 2 * Math.PI * 220 / RATE));
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2),
        AudioFileFormat.Type.WAVE,
        file.toFile());
  }

  private final class Filming extends ScriptedHouse.Desk<ShotNeed, VideoPrompt, Render>
      implements VideoModel {
    private final ScriptedHouse house;

    private Filming(ScriptedHouse house) {
      house.super();
      this.house = house;
    }

    @Override
    public Optional<Money> price(ShotNeed need, PriceBook prices) {
      return Optional.of(prices.price(house.name(), "video", need.millis()));
    }

    @Override
    protected String what(VideoPrompt prompt) {
      return "video " + prompt.text() + (prompt.lastFrame().isPresent() ? ", with an end" : "");
    }

    @Override
    protected Render make(VideoPrompt prompt) throws IOException {
      Path video = file(".mp4");
      Path cover = file(".jpg");
      if (film.isPresent()) {
        Files.copy(film.get(), video, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.writeString(video, house.name() + " filmed " + prompt.text());
      }
      Pictures.writeJpeg(painted(prompt.text(), 64, 64), cover, 0.8);
      Duration length = Duration.ofMillis(Math.round(prompt.seconds() * 1000));
      return new Render(video, cover, new Size(64, 64), length, 25);
    }
  }
}
