package app.photoplay.chat.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One update as Telegram wrote it.
///
/// @param json of it, or the beginning of it
/// @param whole whether `json` is all of it
record RawUpdate(byte[] json, boolean whole) {

  String text() {
    return new String(json, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawUpdate(var theirs, var all)
        && whole == all
        && Arrays.equals(json, theirs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(json);
  }

  /// Without what people wrote.
  @Override
  public String toString() {
    return "RawUpdate[" + json.length + " bytes]";
  }
}
