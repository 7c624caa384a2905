package app.photoplay.chat.telegram;

/// One update as Telegram wrote it.
///
/// @param text of it, or the beginning of it
/// @param bytes that have come of it
/// @param whole whether `text` is all of it
record RawUpdate(String text, int bytes, boolean whole) {

  /// Without what people wrote.
  @Override
  public String toString() {
    return "RawUpdate[" + bytes + " bytes]";
  }
}
