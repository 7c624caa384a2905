package app.photoplay.cli;

import app.photoplay.chat.OptionSpec;
import app.photoplay.kind.OrderOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      OrderOptions.FILM.stream().filter(it -> !it.equals(OrderOptions.CAST)).toList();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--idea",
      required = true,
      paramLabel = "TEXT",
      description = "What the film is about: a sentence, or a whole script.")
  private String idea = "";

  @Option(
      names = "--cast",
      paramLabel = "NAME=FILE",
      converter = Arguments.NamedPhoto.class,
      description =
          "A photo of somebody or something in the film, which a scene shows or whose face speaks;"
              + " once for each. With it you state that those who are seen agreed.")
  private List<Arguments.CastPhoto> cast = List.of();

  @Mixin private VideoOptions video = new VideoOptions();

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("film stands below photoplay");
    }
    cast.forEach(photo -> video.refuse(command, Optional.of(photo.file())));
    return root.film(this);
  }

  FilmArguments options(RunOptions run) {
    Map<String, Path> photos = new LinkedHashMap<>();
    cast.forEach(photo -> photos.put(photo.name(), photo.file()));
    return new FilmArguments(run, idea, video.out(), photos, ChatOptions.chosen(OPTIONS, command));
  }
}
