package app.photoplay.chat.message;

import java.util.Optional;

/// Where messages are exchanged.
///
/// @param platform the platform's name: `telegram`, `web`, `terminal`
/// @param chat the platform's own id of the chat
/// @param thread the platform's id of a topic inside the chat, empty when there is none
/// @param group whether others can read along
public record Conversation(String platform, String chat, String thread, boolean group) {

  /// Names the group whose allowance is spent here; empty where nobody else can read along.
  public Optional<String> party() {
    return group ? Optional.of(platform + " " + chat) : Optional.empty();
  }
}
