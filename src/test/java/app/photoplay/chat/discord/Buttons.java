package app.photoplay.chat.discord;

import app.photoplay.chat.button.Button;
import java.util.ArrayList;
import java.util.List;

/// Buttons for messages.
final class Buttons {
  static final List<List<Button>> CANCEL =
      List.of(List.of(new Button("Cancel", "v1:cancel:abc", Button.Style.DANGER)));

  private Buttons() {}

  static List<List<Button>> labelled(String label, String data) {
    return List.of(List.of(new Button(label, data)));
  }

  /// So many, each in a row of its own.
  static List<List<Button>> many(int count) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(List.of(new Button("Voice " + i, "v1:voice:" + i)));
    }
    return rows;
  }
}
