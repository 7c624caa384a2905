package app.photoplay.conversation;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.Database;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramPerson;
import java.time.InstantSource;
import java.util.List;

/// Telegram: the real client against a server that keeps Telegram's limits, and its rates as if a
/// second were shorter.
final class TelegramStage implements Stage {
  private static final int FASTER = 20;
  private static final int FIRST_ROOM = -1_001_000;

  /// Showing what is shown already, and polling while a poll of the bot that stopped is open.
  private static final List<String> HARMLESS = List.of("not modified", "getupdates: Conflict");

  private final FakeTelegram telegram = FakeTelegram.start().faster(FASTER);
  private int people = 100;
  private int starts;

  @Override
  public Manners manners() {
    return new Manners(
        true, false, false, true, true, true, true, true, "That is not yours to press.");
  }

  @Override
  public ChatPlatform chat(Database database, ArtifactStore files, InstantSource time) {
    return Bots.fasterAt(telegram, FASTER);
  }

  @Override
  public void started() {
    starts++;
  }

  @Override
  public Screen arrives() {
    return screen(telegram.person(++people));
  }

  @Override
  public Screen enters(Screen person, int room) {
    return screen(((TelegramScreen) person).person().in(FIRST_ROOM - room));
  }

  private Screen screen(TelegramPerson person) {
    return new TelegramScreen(telegram, person);
  }

  @Override
  public List<String> complaints() {
    return telegram.refusals().stream()
        .filter(it -> HARMLESS.stream().noneMatch(it::contains))
        // a bot that starts again does not know what it sent before: it is asked to wait, and does
        .filter(it -> starts <= 1 || !it.contains("Too Many Requests"))
        .toList();
  }

  @Override
  public void close() {
    telegram.close();
  }
}
