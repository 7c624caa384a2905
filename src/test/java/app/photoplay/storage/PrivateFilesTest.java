package app.photoplay.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.sqlite.Backup;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.storage.local.LocalArtifactStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temporary.resolve("open"));
    rights(folder, "rwxr-xr-x");
  }

  @Test
  void aNewDatabaseItsLogAndItsCopiesAreForItsUserAlone() {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup.db");
    try (Database database = Databases.open(data)) {
      assertThat(database.writable()).isTrue();
      Backup.make(data, backup);

      assertThat(rights(data)).isEqualTo("rwx------");
      assertThat(
              List.of(
                  data.resolve("photoplay.db"),
                  data.resolve("photoplay.db-wal"),
                  data.resolve("photoplay.db-shm"),
                  data.resolve("photoplay.lock"),
                  backup))
          .allSatisfy(file -> assertThat(rights(file)).as(file.toString()).isEqualTo("rw-------"));
    }
  }

  @Test
  void keptFilesAreForTheirUserAloneWhateverRightsTheyCameWith() throws IOException {
    LocalArtifactStore files =
        new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
    Path made = files.scratch(".mp4");
    Files.writeString(made, "video");
    rights(made, "rw-r--r--");

    Path kept = files.open(files.put(made).content()).orElseThrow().path();

    assertThat(rights(kept)).isEqualTo("rw-------");
    try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
      assertThat(all.filter(Files::isDirectory))
          .hasSize(3)
          .allSatisfy(it -> assertThat(rights(it)).isEqualTo("rwx------"));
    }
  }

  @Test
  void closesWhatAnEarlierVersionLeftOpenAndNothingElse() throws IOException {
    Path below = Files.createDirectories(folder.resolve("cache/deep"));
    Path program = Files.writeString(below.resolve("ffmpeg"), "x");
    Path photo = Files.writeString(below.resolve("photo"), "x");
    Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), "x");
    Files.createSymbolicLink(below.resolve("link"), elsewhere);
    rights(program, "rwxr-xr-x");
    rights(photo, "rw-rw-r--");
    rights(elsewhere, "rw-r--r--");
    rights(below, "rwx------");

    int open = PrivateFiles.closeAll(folder);

    assertThat(open).isEqualTo(4);
    assertThat(rights(program)).isEqualTo("rwx------");
    assertThat(rights(photo)).isEqualTo("rw-------");
    assertThat(rights(folder)).isEqualTo("rwx------");
    assertThat(rights(elsewhere)).isEqualTo("rw-r--r--");
    assertThat(PrivateFiles.closeAll(folder)).isZero();
  }

  @Test
  void staysCalmWhereThereAreNoSuchRights() throws IOException {
    URI zip = URI.create("jar:" + temporary.resolve("files.zip").toUri());
    try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path inside = PrivateFiles.folder(system.getPath("/data"));
      Path file = PrivateFiles.file(inside.resolve("file"));

      assertThat(PrivateFiles.close(file)).isFalse();
      assertThat(file).exists();
    }
    assertThat(PrivateFiles.closeAll(folder.resolve("missing"))).isZero();
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void rights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }
}
