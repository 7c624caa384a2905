package app.photoplay;

import app.photoplay.chat.telegram.TelegramCheck;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.config.Config;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.HeifReader;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.operator.Doctor;
import app.photoplay.operator.Doctor.Check;
import app.photoplay.operator.Doctor.Finding;
import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the doctor looks at.
final class DoctorChecks {
  private static final long LITTLE_SPACE = 1L << 30;

  private final Config config;
  private final Ffmpeg ffmpeg;
  private final HeifReader heif;

  DoctorChecks(Config config, Ffmpeg ffmpeg, HeifReader heif) {
    this.config = config;
    this.ffmpeg = ffmpeg;
    this.heif = heif;
  }

  Doctor doctor() {
    return new Doctor(
        List.of(
            new Check("Java", this::java),
            new Check("data", this::data),
            new Check("database", this::database),
            new Check("updates", this::updates),
            new Check("disk", this::disk),
            new Check("ffmpeg", this::ffmpeg),
            new Check("voice", this::voice),
            new Check("recordings", this::recordings),
            new Check("photos", this::photos),
            new Check("fonts", this::fonts),
            new Check("web chat", this::web),
            new Check("Telegram", this::telegram)));
  }

  private Finding java() {
    String facts =
        Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    return Runtime.version().feature() >= 25
        ? new Finding.Good(facts)
        : new Finding.Broken(facts, "Install a JDK 25, or set JAVA_HOME to one.");
  }

  private Finding data() {
    try {
      PrivateFiles.folder(config.data());
      Files.delete(Files.createTempFile(config.data(), "doctor-", ""));
      return new Finding.Good(config.data() + " can be written");
    } catch (IOException e) {
      return new Finding.Broken(
          config.data() + " cannot be written",
          "Make it writable for this user, or name another folder with --data.");
    }
  }

  private Finding database() {
    try {
      return new Finding.Good(DatabaseCheck.run(StorageLayout.place(config)));
    } catch (DatabaseUnusable e) {
      return new Finding.Broken("cannot be used", String.valueOf(e.getMessage()));
    }
  }

  private Finding updates() {
    try {
      return DatabaseCheck.putAside(StorageLayout.place(config))
          .<Finding>map(kept ->
              new Finding.Missing(
                  kept.sentence(),
                  "Look at the database's table quarantine; it is emptied after storage.keep."))
          .orElseGet(() -> new Finding.Good("all that came could be read and recorded"));
    } catch (DatabaseUnusable e) {
      return new Finding.Missing("not known", String.valueOf(e.getMessage()));
    }
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(existing(config.data())).getUsableSpace();
      String facts = (free >> 20) + " MB free";
      return free > LITTLE_SPACE
          ? new Finding.Good(facts)
          : new Finding.Broken(facts, "Free some space: videos need room while they are made.");
    } catch (IOException e) {
      return new Finding.Broken("the disk cannot be asked: " + e.getMessage(), "See data above.");
    }
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
    Path folder = config.data().resolve("cache");
    LocalSpeechModel model = new LocalSpeechModel(folder, folder, new Sounds(ffmpeg));
    List<String> names = model.voices().stream().map(SpeechModel.Voice::name).toList();
    if (!speaks(model, names.getFirst(), "All is well.")) {
      return new Finding.Broken(
          "the English voice does not speak", "Build again: rm -r target && ./photoplay doctor");
    }
    if (names.size() == 1) {
      return new Finding.Missing(
          "English alone: no espeak-ng comes along for this system",
          "Other languages are spoken on Linux and macOS, on x86 and ARM processors.");
    }
    return speaks(model, names.get(1), "Hallo!")
        ? new Finding.Good(names.size() + " voices: " + String.join(", ", names))
        : new Finding.Broken(
            "espeak-ng does not speak: only English works",
            "Let libraries in " + folder + " be loaded: it must not be mounted noexec.");
  }

  private static boolean speaks(LocalSpeechModel model, String voice, String words)
      throws InterruptedException {
    Answer<GeneratedSpeech> answer =
        model.speak(new SpeechPrompt(words, voice), new RequestKey("doctor"));
    if (answer instanceof Answer.Ok<GeneratedSpeech>(var spoken)) {
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
    Lettering lettering = new Lettering(config.data().resolve("cache"));
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

  private Finding web() {
    return new Finding.Good(
        "http://"
            + config.web().host()
            + ":"
            + config.web().port()
            + (config.web().accessToken().isPresent()
                ? ", with an access token"
                : ", for this machine alone"));
  }

  private Finding telegram() throws InterruptedException {
    if (config.telegram().botToken().isEmpty()) {
      return new Finding.Missing(
          "off: no TELEGRAM_BOT_TOKEN",
          "Ask @BotFather on Telegram for a token and put it into .env.");
    }
    TelegramSettings settings =
        new TelegramSettings(
            config.telegram().botToken().get().value(), config.telegram().apiUrl());
    return switch (TelegramCheck.run(settings)) {
      case TelegramCheck.Works(var name) -> new Finding.Good("@" + name);
      case TelegramCheck.WrongToken _ ->
          new Finding.Broken(
              "Telegram does not know this token",
              "Ask @BotFather for the token and put it into .env as TELEGRAM_BOT_TOKEN.");
      case TelegramCheck.Unreachable(var why) ->
          new Finding.Broken(
              "Telegram cannot be reached: " + why, "Look at the network of this machine.");
    };
  }

  private static Path existing(Path folder) {
    Path at = folder.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
