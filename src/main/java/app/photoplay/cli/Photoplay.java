package app.photoplay.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What the shell's commands start. Each call runs to its end and answers with the exit code: 0
/// when it did what was asked, 2 when the person at the shell can mend it (and was told how), 1
/// when it went wrong on our side.
public interface Photoplay {
  /// Runs the bot until it is told to stop.
  int serve(RunOptions options);

  /// Makes one talking photo.
  int talk(TalkArguments options);

  /// Says which language, voice and words there would be for a text, without a photo.
  int say(SayArguments options);

  /// Lists the voices of this machine, and the natural ones that can be added.
  int voices(RunOptions options);

  /// Adds a natural voice.
  ///
  /// @param name as it was typed
  /// @param from a folder with its files; empty to fetch them
  /// @param sha256 of its model, may be empty
  int addVoice(RunOptions options, String name, Optional<Path> from, String sha256);

  /// Makes one shot.
  int clip(ClipArguments options);

  /// Makes one film.
  int film(FilmArguments options);

  /// Makes a talking photo from the sample that comes along.
  int demo(RunOptions options);

  /// Checks everything the bot needs and says how to mend what is missing.
  int doctor(RunOptions options);

  /// Lists all models with what they can do and cost, and asks each provider that has a key whether
  /// it works.
  int providers(RunOptions options);

  /// Copies the SQLite database, also of a running bot, into a file that is not there yet.
  int backup(RunOptions options, Path target);

  /// Moves everything from one database to another, empty one, while no bot uses either.
  ///
  /// @param from and `to` as they were typed: `sqlite:FOLDER` or `jdbc:postgresql:..`
  int copyDatabase(RunOptions options, String from, String to);

  /// Starts everything on a data folder of its own, which it deletes, takes no port that others
  /// know, calls nobody and ends by itself: a training run for the cache of loaded classes.
  int warmUp(RunOptions options);
}
