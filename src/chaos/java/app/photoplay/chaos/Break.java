package app.photoplay.chaos;

import java.util.Arrays;
import java.util.Optional;

/// A promise that is broken on purpose, to see that the tally notices.
public enum Break {
  NOTHING("nothing"),
  /// Paid work is sent without a word on disk, and sent again after a crash.
  NO_INTENT_LOG("no-intent-log"),
  /// Who lost a job may still write what became of it.
  NO_FENCE("no-fence"),
  /// The allowance is looked at first and taken later.
  CHECK_THEN_DEBIT("check-then-debit");

  private final String label;

  Break(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Break> parse(String label) {
    return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
  }
}
