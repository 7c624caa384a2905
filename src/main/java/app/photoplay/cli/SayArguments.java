package app.photoplay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `say` was told.
///
/// @param texts one, or each line of a file that has words
/// @param voice as it was typed, a name or a language; empty for the one that speaks the language
/// @param language the person's own as a BCP 47 tag, empty when nobody said
/// @param out where the speech of the one text goes, if anywhere
/// @param explain whether to say what is spoken in other words than it was written in
/// @param json whether a program reads it
public record SayArguments(
    RunOptions run,
    List<String> texts,
    String voice,
    String language,
    Optional<Path> out,
    boolean explain,
    boolean json) {
  public SayArguments {
    texts = List.copyOf(texts);
  }
}
