package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.Outcome;
import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// A cutter that needs no time: its films are texts that name their pieces.
final class ScriptedCutter implements Cutter {
  private final Supplier<ArtifactStore> files;
  private int cuts;

  ScriptedCutter(Supplier<ArtifactStore> files) {
    this.files = files;
  }

  /// How many films it has cut.
  int cuts() {
    return cuts;
  }

  @Override
  public Optional<List<Artifact>> cut(
      Scenes scenes, Map<String, Outcome> made, DoubleConsumer progress) throws IOException {
    cuts++;
    StringBuilder film = new StringBuilder("a film\n");
    List<Artifact> kept = new ArrayList<>();
    for (int i = 0; i < scenes.count(); i++) {
      Optional<String> shot = Scenes.content(made, Scenes.shot(i), Artifact.VIDEO);
      Optional<String> voice = Scenes.content(made, Scenes.voice(i), Artifact.SPEECH);
      film.append(shot.orElse("missing")).append(' ').append(voice.orElse("silent")).append('\n');
      if (shot.isEmpty()) {
        kept.add(text(Artifact.missing(i + 1), Scenes.shot(i)));
      }
    }
    kept.add(text(Artifact.VIDEO, film.toString()));
    return Optional.of(kept);
  }

  private Artifact text(String role, String text) throws IOException {
    Path file = files.get().scratch(".text");
    Files.writeString(file, text);
    StoredFile stored = files.get().put(file);
    return new Artifact(role, stored.content(), "text/plain", stored.bytes(), 0, 0, 0);
  }
}
