package app.photoplay.operator.doctor;

import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.HeifReader;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.operator.doctor.Doctor.Check;
import app.photoplay.operator.doctor.Doctor.Finding;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tries what makes videos: ffmpeg, the voices, fonts and the readers of what people send.
public final class MediaChecks {
  private final Ffmpeg ffmpeg;
  private final HeifReader heif;
  private final SpeechModel voices;
  private final Path cache;

  /// Tries nothing yet.
  ///
  /// @param cache the folder that what comes along is unpacked into
  public MediaChecks(Ffmpeg ffmpeg, HeifReader heif, SpeechModel voices, Path cache) {
    this.ffmpeg = ffmpeg;
    this.heif = heif;
    this.voices = voices;
    this.cache = cache;
  }

  public List<Check> all() {
    return List.of(
        new Check("ffmpeg", this::ffmpeg),
        new Check("voice", this::voice),
        new Check("recordings", this::recordings),
        new Check("photos", this::photos),
        new Check("fonts", this::fonts));
  }

  private Finding ffmpeg() throws InterruptedException {
    Ffmpeg.Found found = ffmpeg.find();
    String rejected =
        found.rejected().stream()
            .map(it -> it.place() + ": " + it.problem())
            .collect(Collectors.joining("; "));
    return found
        .binary()
        .<Finding>map(binary ->
            new Finding.Good(
                switch (binary.origin()) {
                      case CONFIGURED -> "as configured: ";
                      case PATH -> "on the PATH: ";
                      case EMBEDDED -> "the one that comes along: ";
                    }
                    + binary.path()
                    + ", version "
                    + binary.version()
                    + ", libx264 and aac"
                    + (binary.ffprobe().isPresent() ? ", with ffprobe" : ", no ffprobe needed")
                    + (rejected.isEmpty() ? "" : " (not used: " + rejected + ")")))
        .orElseGet(() ->
            new Finding.Broken(
                "none works: " + rejected,
                "Install ffmpeg with libx264, or set renderer.ffmpeg to one."));
  }

  private Finding voice() throws InterruptedException {
    List<String> names = voices.voices().stream().map(SpeechModel.Voice::name).toList();
    if (!speaks(names.getFirst(), "All is well.")) {
      return new Finding.Broken(
          "the English voice does not speak", "Build again: rm -r target && ./photoplay doctor");
    }
    if (names.size() == 1) {
      return new Finding.Missing(
          "English alone: no espeak-ng comes along for this system",
          "Other languages are spoken on Linux and macOS, on x86 and ARM processors.");
    }
    return speaks(names.get(1), "Hallo!")
        ? new Finding.Good(names.size() + " voices: " + String.join(", ", names))
        : new Finding.Broken(
            "espeak-ng does not speak: only English works",
            "Let libraries in " + cache + " be loaded: it must not be mounted noexec.");
  }

  private boolean speaks(String voice, String words) throws InterruptedException {
    // only what is made here: a check costs nothing
    if (voices.work() instanceof Work.Local<SpeechInput, GeneratedSpeech> local
        && local.make(new SpeechPrompt(words, voice), _ -> {})
            instanceof Result.Ready<GeneratedSpeech>(var spoken)) {
      delete(spoken.sound());
      delete(spoken.timings());
      return true;
    }
    return false;
  }

  private Finding recordings() throws InterruptedException {
    String known = "OGG/Opus, MP3, M4A, MP4 and WAV are read";
    return new Sounds(ffmpeg)
        .trusted()
        .<Finding>map(path -> new Finding.Good(known + "; other kinds by " + path))
        .orElseGet(() ->
            new Finding.Missing(
                known + ", other kinds of recordings are not",
                "Install ffmpeg 5 or newer for FLAC, WebM, AMR and OGG/Vorbis."));
  }

  private Finding photos() {
    String known = "JPEG, PNG, WebP and GIF are read";
    return heif.program()
        .<Finding>map(path -> new Finding.Good(known + "; HEIC and AVIF by " + path))
        .orElseGet(() ->
            new Finding.Missing(
                known + ", HEIC and AVIF are not",
                "apt install libheif-examples for photos that iPhones send as files."));
  }

  private Finding fonts() {
    Lettering lettering = new Lettering(cache);
    try {
      String packages =
          Stream.of("क", "字")
              .flatMap(letter -> lettering.missing("a" + letter, Locale.ROOT).stream())
              .collect(Collectors.joining(" "));
      String own = "DejaVu Sans comes along: Latin, Greek, Cyrillic, Arabic, Hebrew";
      return packages.isEmpty()
          ? new Finding.Good(own + "; fonts for Hindi and Chinese are installed")
          : new Finding.Missing(
              own + "; other letters cannot be drawn into pictures",
              "apt install " + packages + " for captions in Hindi, Chinese and more.");
    } catch (LinkageError | RuntimeException e) {
      return new Finding.Missing(
          "letters cannot be drawn here (" + e.getMessage() + ")",
          "Install libfontconfig1; until then captions can only be files (srt, vtt).");
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
