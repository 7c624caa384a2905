package app.photoplay.assembly;

import app.photoplay.budget.Caps;
import app.photoplay.budget.PriceBook;
import app.photoplay.media.Quality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// What the bot is assembled from, apart from its edges.
///
/// @param data folder for the database and all files
/// @param language of people whose platform states none
/// @param simultaneous how many videos are rendered at a time
/// @param maxSeconds the longest video
/// @param perPerson how many unfinished jobs one person may have
/// @param waiting how many unfinished jobs all together may have
/// @param keep how long files and results are kept
/// @param keepBytes how much disk they may take
/// @param reuseEntries how many earlier results are kept in memory
/// @param operators who may settle for everybody, each as `platform:id`
public record BotSettings(
    Path data,
    String language,
    Caps caps,
    PriceBook prices,
    Quality quality,
    int simultaneous,
    int maxSeconds,
    int perPerson,
    int waiting,
    Duration keep,
    long keepBytes,
    Duration reuse,
    int reuseEntries,
    Set<String> operators) {}
