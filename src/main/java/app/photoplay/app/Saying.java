package app.photoplay.app;

import app.photoplay.cli.SayArguments;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.Voices.Spoken;
import app.photoplay.provider.speech.language.WrittenLanguage;
import app.photoplay.provider.speech.reading.Reading;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `say`: which language a text is in, who speaks it and in which words, for a person or a program;
/// without a photo, a job or a database.
final class Saying {
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int MENDABLE = 2;

  /// So many languages are named.
  private static final int LIKELY = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SpeechModel speaker;
  private final PrintStream out;
  private final PrintStream err;

  Saying(SpeechModel speaker, PrintStream out, PrintStream err) {
    this.speaker = speaker;
    this.out = out;
    this.err = err;
  }

  int say(SayArguments options) throws InterruptedException {
    if (!options.voice().isEmpty()
        && speaker
            .named(options.voice(), options.texts().getFirst(), options.language())
            .isEmpty()) {
      err.printf(
          "There is no voice %s here. There are: %s.%n",
          options.voice(),
          speaker.voices().stream()
              .map(voice -> voice.name() + " (" + voice.description() + ")")
              .collect(Collectors.joining(", ")));
      return MENDABLE;
    }
    int worst = DONE;
    for (String text : options.texts()) {
      worst = Math.max(worst, say(text, options));
    }
    return worst;
  }

  private int say(String text, SayArguments options) throws InterruptedException {
    List<String> likely = WrittenLanguage.likely(Reading.plain(text), options.language());
    Optional<SpeechModel.Voice> voice =
        options.voice().isEmpty()
            ? speaker.voiceFor(text, options.language())
            : speaker.named(options.voice(), text, options.language());
    if (voice.isEmpty()) {
      String language = named(likely.getFirst());
      show(text, options, likely, "", new Spoken(new Reading(List.of()), Set.of()));
      err.println("No voice here speaks " + language + ". Write it in another language.");
      return MENDABLE;
    }
    SpeechPrompt prompt = new SpeechPrompt(text, voice.get().name());
    show(text, options, likely, voice.get().name(), speaker.spoken(prompt));
    Optional<String> trouble = trouble(speaker.check(prompt));
    if (trouble.isPresent()) {
      err.println(trouble.get());
      return MENDABLE;
    }
    return options.out().isPresent() ? speak(prompt, options.out().get()) : DONE;
  }

  private static Optional<String> trouble(SpeechCheck check) {
    return switch (check) {
      case SpeechCheck.Speakable _ -> Optional.empty();
      case SpeechCheck.TooLong(var seconds) ->
          Optional.of(
              "That takes about %d seconds to say, which is too long. Shorten it."
                  .formatted(Math.round(seconds)));
      case SpeechCheck.NoWords() -> Optional.of("There is nothing to say in that. Write words.");
      case SpeechCheck.NoSuchVoice() -> Optional.of("That voice is not there any more.");
      case SpeechCheck.Unspeakable(var words) ->
          Optional.of(
              words.isEmpty()
                  ? "The voice cannot say that. Write it in another way."
                  : ("The voice cannot say “%s”. Leave that out, write it in another way (Japanese"
                          + " in kana), or choose another --voice.")
                      .formatted(words));
    };
  }

  private void show(
      String text, SayArguments options, List<String> likely, String voice, Spoken spoken) {
    if (options.json()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("language", likely.getFirst());
      line.put("voice", voice);
      line.put("words", spoken.reading().spoken());
      if (options.explain()) {
        line.put("text", text);
        line.put("likely", likely.stream().limit(LIKELY).toList());
        line.put("pieces", changed(spoken));
        line.put("unsure", spoken.unsure());
      }
      print(line);
      return;
    }
    out.printf("language  %s (%s)%n", likely.getFirst(), named(likely.getFirst()));
    out.printf("voice     %s%n", voice.isEmpty() ? "none" : described(voice));
    out.printf("words     %s%n", spoken.reading().spoken());
    if (options.explain()) {
      explain(likely, spoken);
    }
  }

  private void explain(List<String> likely, Spoken spoken) {
    if (likely.size() > 1) {
      out.printf(
          "or else   %s%n",
          likely.stream()
              .skip(1)
              .limit(LIKELY - 1L)
              .map(Saying::named)
              .collect(Collectors.joining(", ")));
    }
    for (Reading.Piece piece : changed(spoken)) {
      String doubt = spoken.unsure().contains(piece.written()) ? "  (?)" : "";
      out.printf("          %s → %s%s%n", piece.written(), piece.spoken(), doubt);
    }
  }

  /// What is said in other words than it is written in.
  private static List<Reading.Piece> changed(Spoken spoken) {
    return spoken.reading().pieces().stream()
        .map(piece -> new Reading.Piece(piece.written(), piece.spoken().strip()))
        .filter(piece -> !piece.spoken().equals(piece.written().strip()))
        .toList();
  }

  /// In UTF-8, as JSON is, whatever the terminal speaks.
  private void print(Map<String, Object> line) {
    try {
      byte[] json = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(json, 0, json.length);
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String described(String name) {
    return speaker.voice(name).map(it -> name + " (" + it.description() + ")").orElse(name);
  }

  private static String named(String language) {
    return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
  }

  private int speak(SpeechPrompt prompt, Path target) throws InterruptedException {
    if (!(speaker.work() instanceof Work.Local<SpeechInput, GeneratedSpeech> work)) {
      throw new IllegalStateException("the voices of this machine speak on this machine");
    }
    return switch (work.make(prompt, _ -> {})) {
      case Result.Ready<GeneratedSpeech>(var speech) -> {
        keep(speech, target);
        yield DONE;
      }
      case Result.Refused<GeneratedSpeech>(var failure, _) -> {
        err.println(
            failure.code() == Failure.Code.TOO_LONG
                ? "That takes too long to say. Shorten it."
                : "The voice cannot say that. Write it in another way.");
        yield MENDABLE;
      }
      case Result.Broken<GeneratedSpeech>(var cause) -> {
        err.println("The voice failed: " + cause.getMessage());
        yield OUR_FAULT;
      }
      default -> throw new IllegalStateException("a voice of this machine costs nothing and waits");
    };
  }

  private static void keep(GeneratedSpeech speech, Path target) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.move(speech.sound(), target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    } finally {
      speech.sound().toFile().delete();
      speech.timings().toFile().delete();
    }
  }
}
