package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.testkit.SpeechFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo and a person's own voice, as a telephone packs it.
class VoiceNoteTest extends Scenarios {
  @TempDir static Path sounds;
  private static Path note;

  @BeforeAll
  static void record() throws Exception {
    SpeechFiles.write(sounds, 3000);
    note = packed("note.ogg", sounds.resolve("speech.wav"));
  }

  private static Path packed(String name, Path wav) throws Exception {
    Path file = sounds.resolve(name);
    run("-i", wav.toString(), "-c:a", "libopus", "-b:a", "24k", file.toString());
    return file;
  }

  private static void run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
    all.addAll(List.of(arguments));
    Path ffmpeg = new Ffmpeg(null, "", Path.of("target", "cache")).binary().path();
    ToolProcess.run(ffmpeg, all, Duration.ofSeconds(60));
  }

  @Test
  void aPhotoSpeaksWithOnesOwnVoice() throws Exception {
    Actor ann = person("ann");
    ann.answerTo(ann.sends(photo, ""));

    Seen result = ann.videoFor(ann.sends(note, ""));

    assertThat(ann.watches(result)).contains("RIFF");
    assertThat(spoken()).isZero();
  }

  @Test
  void aVoiceNoteMakesThePhotoSpeakThatItAnswers() throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "How are you?");
    ann.videoFor(shown);

    Seen result = ann.videoFor(ann.writes(Line.of(note, "").on(shown)));

    assertThat(result.labels()).contains("Change");
    assertThat(ann.watches(result)).contains("RIFF");
  }

  @Test
  void aVoiceNoteWithoutAPhotoIsAskedForOne() throws Exception {
    Actor ann = person("ann");

    Seen answer = ann.answerTo(ann.sends(note, ""));

    assertThat(answer.text()).startsWith("Send me a photo of a face first");
  }

  // ---- recordings that cannot be used

  @Test
  void aRecordingInWhichNobodySpeaksIsRefused() throws Exception {
    Path silence = sounds.resolve("silent.wav");
    Sounds.writeWav(new double[3 * 48_000], silence);

    refusesAndGoesOn(
        packed("silent.ogg", silence),
        "I can’t hear anybody speak in that recording. Please record it again, closer to the"
            + " microphone.");
  }

  @Test
  void aRecordingOfHalfAnHourIsRefusedWithItsLength() throws Exception {
    Path talk = sounds.resolve("talk.ogg");
    run("-stream_loop", "599", "-i", note.toString(), "-c", "copy", talk.toString());

    refusesAndGoesOn(
        talk,
        "That recording lasts about 30 minutes; I take up to 60 seconds. Please send a shorter"
            + " one.");
  }

  @Test
  void aDamagedRecordingIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(note);

    refusesAndGoesOn(
        Files.write(sounds.resolve("cut.ogg"), Arrays.copyOf(whole, whole.length / 2)),
        "That recording is damaged and can’t be read. Please record it again, or send it as a voice"
            + " note.");
  }

  @Test
  void aFileThatIsNoRecordingIsRefused() throws Exception {
    refusesAndGoesOn(
        file("some.ogg", new byte[] {1, 2, 3}),
        "That file is no recording I can read. Send a voice note, or an OGG, MP3, M4A or WAV file.");
  }

  /// The photo is not lost with the recording, whether it waited or was replied to.
  private void refusesAndGoesOn(Path recording, String sentence) throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "");
    ann.answerTo(shown);

    Seen refusal = ann.answerTo(ann.sends(recording, ""));
    Seen first = ann.videoFor(ann.writes("Then in words, after " + recording.getFileName()));
    Seen again = ann.answerTo(ann.writes(Line.of(recording, "").on(shown)));
    Seen second = ann.videoFor(ann.writes("Once more in words, after " + recording.getFileName()));

    assertThat(refusal.text()).isEqualTo(sentence);
    assertThat(again.text()).isEqualTo(sentence);
    assertThat(ann.watches(first)).contains("Then in words");
    assertThat(ann.watches(second)).contains("Once more");
  }
}
