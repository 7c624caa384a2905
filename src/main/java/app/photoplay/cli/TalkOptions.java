package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Style;
import java.nio.file.Path;
import java.util.Optional;

/// What `talk` was told.
///
/// @param photo a file that can be read; empty = the sample that comes along
/// @param say as it was typed, not judged yet
/// @param recording the person's own voice instead of words
/// @param speed as it was typed, like `pitch`
/// @param label whether the picture itself shall say that it was made by AI
/// @param out not a folder, and in a folder that can be made or written to
public record TalkOptions(
    RunOptions run,
    Optional<Path> photo,
    String say,
    Optional<Path> recording,
    Path out,
    Optional<String> voice,
    Optional<String> speed,
    Optional<String> pitch,
    Optional<Shape> shape,
    Optional<Quality> quality,
    Optional<Style> style,
    Optional<Captions> captions,
    Optional<Boolean> label) {}
