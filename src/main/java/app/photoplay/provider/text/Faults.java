package app.photoplay.provider.text;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with an answer, told to the model that gave it. Never more than it can use, and
/// what it wrote is quoted only in part.
final class Faults {
  private static final int MOST = 12;
  private static final int LONGEST = 240;
  private static final int QUOTED = 40;

  private final List<String> told = new ArrayList<>();
  private int more;

  void add(String fault) {
    if (told.contains(fault)) {
      return;
    }
    if (told.size() == MOST) {
      more++;
    } else {
      told.add(PlainText.cut(fault, LONGEST));
    }
  }

  boolean none() {
    return told.isEmpty();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(told);
    if (more > 0) {
      all.add("There are " + more + " more faults.");
    }
    return List.copyOf(all);
  }

  /// Part of what was written, in quotation marks.
  static String quoted(String written) {
    String plain = PlainText.of(PlainText.cut(written, 10 * QUOTED));
    String part = PlainText.cut(plain, QUOTED);
    return '"' + part + (part.length() < plain.length() ? "…" : "") + '"';
  }
}
