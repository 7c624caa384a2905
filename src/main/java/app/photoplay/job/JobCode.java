package app.photoplay.job;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names a job to people and in logs: six random characters without look-alikes, `K7M3QX`, so that
/// codes say nothing about each other and cannot be counted up.
public record JobCode(String value) {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  public JobCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a job code");
    }
  }

  /// A code from 64 random bits; the database keeps codes unique.
  public static JobCode of(long random) {
    StringBuilder code = new StringBuilder();
    long rest = random;
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return new JobCode(code.toString());
  }

  /// The code that a person typed, or empty when it cannot be one.
  public static Optional<JobCode> parse(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches() ? Optional.of(new JobCode(code)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
