package app.photoplay.cli;

import app.photoplay.chat.OptionSpec;
import app.photoplay.kind.OrderOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay film`.
@Command(
    name = "film",
    description = "Makes a film of several scenes from an idea.",
    sortOptions = false)
final class FilmSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  /// Those of the chat command, which mean the same here.
  static final List<OptionSpec> OPTIONS =
      OrderOptions.FILM.stream().filter(it -> !it.equals(OrderOptions.REVIEW)).toList();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--idea",
      required = true,
      paramLabel = "TEXT",
      description = "What the film is about: a sentence, or a whole script.")
  private String idea = "";

  @Mixin private VideoOptions video = new VideoOptions();

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("film stands below photoplay");
    }
    return root.film(this);
  }

  FilmArguments options(RunOptions run) {
    return new FilmArguments(run, idea, video.out(), ChatOptions.chosen(OPTIONS, command));
  }
}
