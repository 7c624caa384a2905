package app.photoplay.conversation;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.database.Database;
import app.photoplay.storage.ArtifactStore;
import java.time.InstantSource;
import java.util.List;

/// A platform with people on it: what they do reaches the bot as the platform brings it, and what
/// they see is what the platform shows. It outlives the bot, which may stop and start again.
interface Stage {
  /// In what it differs from other platforms.
  Manners manners();

  /// The bot's side, anew for each bot.
  ChatPlatform chat(Database database, ArtifactStore files, InstantSource time);

  /// A bot has started.
  default void started() throws Exception {}

  /// Somebody new, alone with the bot.
  Screen arrives() throws Exception;

  /// The same person in a new room, or in one where somebody is already.
  ///
  /// @param room a number of the script's own
  default Screen enters(Screen person, int room) {
    throw new UnsupportedOperationException("there are no rooms");
  }

  /// What the platform refused of the bot's calls, where nobody told it to.
  List<String> complaints();

  void close() throws Exception;
}
