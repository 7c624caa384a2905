package app.photoplay.operator.doctor;

import app.photoplay.operator.doctor.Doctor.Check;
import app.photoplay.operator.doctor.Doctor.Finding;
import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks at the machine: Java, the data folder and its disk.
public final class MachineChecks {
  private static final long LITTLE_SPACE = 1L << 30;

  private final Path data;

  public MachineChecks(Path data) {
    this.data = data;
  }

  public List<Check> all() {
    return List.of(
        new Check("Java", this::java),
        new Check("data", this::data),
        new Check("disk", this::disk));
  }

  private Finding java() {
    String facts =
        Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    return Runtime.version().feature() >= 25
        ? new Finding.Good(facts)
        : new Finding.Broken(facts, "Install a JDK 25, or set JAVA_HOME to one.");
  }

  private Finding data() {
    try {
      PrivateFiles.folder(data);
      Files.delete(Files.createTempFile(data, "doctor-", ""));
      return new Finding.Good(data + " can be written");
    } catch (IOException e) {
      return new Finding.Broken(
          data + " cannot be written",
          "Make it writable for this user, or name another folder with --data.");
    }
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(existing(data)).getUsableSpace();
      String facts = (free >> 20) + " MB free";
      return free > LITTLE_SPACE
          ? new Finding.Good(facts)
          : new Finding.Broken(facts, "Free some space: videos need room while they are made.");
    } catch (IOException e) {
      return new Finding.Broken("the disk cannot be asked: " + e.getMessage(), "See data above.");
    }
  }

  private static Path existing(Path folder) {
    Path at = folder.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
