package app.photoplay.bench;

import java.util.List;

/// One line of the table.
///
/// @param verdict `met`, `missed`, or empty when there is no target
public record Row(String what, String target, String measured, String verdict) {
  private static final String MARK = "ROW";

  /// A measurement with a target.
  public static Row of(String what, String target, String measured, boolean met) {
    return new Row(what, target, measured, met ? "met" : "missed");
  }

  /// A measurement for information.
  public static Row of(String what, String measured) {
    return new Row(what, "-", measured, "");
  }

  /// Hands the row to the program that prints the table.
  public void print() {
    IO.println(String.join("\t", MARK, what, target, measured, verdict));
  }

  static boolean is(String line) {
    return line.startsWith(MARK + "\t");
  }

  static Row parse(String line) {
    String[] parts = line.split("\t", -1);
    return new Row(parts[1], parts[2], parts[3], parts[4]);
  }

  List<String> cells() {
    return List.of(what, target, measured, verdict);
  }
}
