package app.photoplay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay say`.
@Command(
    name = "say",
    description = "Shows in which language, by which voice and in which words a text is spoken.",
    sortOptions = false)
final class SaySubcommand implements Callable<Integer> {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @ParentCommand private @Nullable RootCommand root;

  @Spec private CommandSpec command = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Said said = new Said();

  @Option(
      names = "--voice",
      paramLabel = "VOICE",
      description =
          "A voice by its name or language (photoplay voices lists them); by default that of the"
              + " text's language.")
  private String voice = "";

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description =
          "Your own language, such as de or pt-BR: it decides where the words could be of several.")
  private String language = "";

  @Option(
      names = "--out",
      paramLabel = "FILE.wav",
      converter = Arguments.Target.class,
      description = "Writes the speech of --text: WAV, 48 kHz, 16 bit.")
  private @Nullable Path out;

  @Option(
      names = "--explain",
      description =
          "Shows what is spoken in other words than it is written in, and which other"
              + " languages it could be.")
  private boolean explain;

  @Option(
      names = "--json",
      description = "One line of JSON for each text, with language (ISO 639-1), voice and words.")
  private boolean json;

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("say stands below photoplay");
    }
    return root.say(this);
  }

  SayArguments options(RunOptions run) {
    if (!language.isEmpty()
        && !LANGUAGES.contains(Locale.forLanguageTag(language.replace('_', '-')).getLanguage())) {
      throw wrong("--language " + language + " is no language such as de or pt-BR");
    }
    Path file = said.file;
    if (file != null && out != null) {
      throw wrong("--out takes the speech of one --text, not of a file of them");
    }
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(".wav")) {
      throw wrong("'" + out.getFileName() + "' must end with .wav");
    }
    List<String> texts = file == null ? List.of(said.words) : lines(file);
    if (texts.stream().allMatch(String::isBlank)) {
      throw wrong(
          file == null ? "--text is empty, write what shall be said" : file + " has no words");
    }
    return new SayArguments(
        run, texts, voice, language.replace('_', '-'), Optional.ofNullable(out), explain, json);
  }

  private List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .replaceFirst("^" + BYTE_ORDER_MARK, "")
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException _) {
      throw wrong(file + " is no text in UTF-8");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /// One of the two.
  private static final class Said {
    @Option(
        names = "--text",
        required = true,
        paramLabel = "TEXT",
        description = "What shall be said.")
    private String words = "";

    @Option(
        names = "--text-file",
        required = true,
        paramLabel = "FILE",
        converter = Arguments.Existing.class,
        description = "A file of texts, one on each line.")
    private @Nullable Path file;
  }
}
