package app.photoplay.conversation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;

/// The platforms that the script runs on. Another one is a constant here and a [Stage].
enum Platform {
  TELEGRAM("Telegram") {
    @Override
    Stage open(Path folder, InstantSource time) {
      return new TelegramStage();
    }
  },
  WEB("the web chat") {
    @Override
    Stage open(Path folder, InstantSource time) {
      return new WebStage(folder);
    }
  },
  DISCORD("Discord") {
    @Override
    Stage open(Path folder, InstantSource time) {
      return new DiscordStage(time);
    }
  };

  private final String title;

  Platform(String title) {
    this.title = title;
  }

  /// @param folder for what the platform keeps at the bot's side
  /// @param time the platform's clock, where it has one
  abstract Stage open(Path folder, InstantSource time);

  /// The name of its folder of transcripts.
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return title;
  }
}
