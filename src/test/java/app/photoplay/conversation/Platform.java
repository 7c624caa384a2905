package app.photoplay.conversation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/// The platforms that the script runs on. Another one is a line here and a [Stage].
enum Platform {
  TELEGRAM("Telegram", new Manners(true, false, true, true), _ -> new TelegramStage()),
  WEB("the web chat", new Manners(false, true, false, false), WebStage::new);

  private final String title;
  private final Manners manners;
  private final Function<Path, Stage> opening;

  Platform(String title, Manners manners, Function<Path, Stage> opening) {
    this.title = title;
    this.manners = manners;
    this.opening = opening;
  }

  Manners manners() {
    return manners;
  }

  /// @param folder for what the platform keeps at the bot's side
  Stage open(Path folder) {
    return opening.apply(folder);
  }

  /// The name of its folder of transcripts.
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return title;
  }
}
