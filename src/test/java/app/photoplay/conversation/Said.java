package app.photoplay.conversation;

/// Something in a conversation that can be answered or pointed at.
sealed interface Said permits Act, Seen {
  /// As the platform calls it.
  String id();
}
