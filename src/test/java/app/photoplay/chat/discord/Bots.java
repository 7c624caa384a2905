package app.photoplay.chat.discord;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.OptionSpec.Choice;
import app.photoplay.chat.OptionSpec.Values;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Video;
import app.photoplay.storage.ContentRef;
import app.photoplay.storage.Lease;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Bots at a fake Discord, with two commands, and what they say.
final class Bots {
  /// Enough for a busy machine.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  static final OutboundMessage HELLO = OutboundMessage.of(Kind.ANSWER, "hello");

  static final CommandInfo TALK =
      new CommandInfo(
          "talk",
          Phrase.COMMAND_TALK,
          Optional.of(text("script", Phrase.OPTION_SCRIPT, 4000, List.of()).asRequired()),
          List.of(file("photo", Phrase.OPTION_PHOTO), file("recording", Phrase.OPTION_RECORDING)),
          List.of(
              text("voice", Phrase.OPTION_VOICE, 50, List.of("Emma", "Émile", "Jules", "Gemma")),
              OptionSpec.oneOf(
                  "aspect",
                  Phrase.OPTION_ASPECT,
                  new Choice("1:1", Phrase.ASPECT_SQUARE),
                  new Choice("9:16", Phrase.ASPECT_TALL)),
              new OptionSpec("seconds", Phrase.OPTION_SECONDS, new Values.Whole(4, 8)),
              new OptionSpec("speed", Phrase.OPTION_SPEED, new Values.Decimal(0.5, 2))),
          CommandInfo.Reach.OPEN,
          Optional.of(Phrase.MENU_TALK));

  static final CommandInfo BUDGET =
      new CommandInfo(
          "budget",
          Phrase.COMMAND_BUDGET,
          Optional.empty(),
          List.of(),
          List.of(),
          CommandInfo.Reach.PERSONAL,
          Optional.empty());

  static final List<CommandInfo> COMMANDS = List.of(TALK, BUDGET);

  private Bots() {}

  private static OptionSpec text(String name, Phrase label, int longest, List<String> values) {
    return new OptionSpec(name, label, new Values.Text(longest, () -> values));
  }

  private static OptionSpec file(String name, Phrase label) {
    return new OptionSpec(name, label, new Values.File(List.of()));
  }

  /// A bot that does not wait for its own rates.
  static DiscordChat at(FakeDiscord discord) {
    return at(discord, PATIENCE, InstantSource.system());
  }

  /// A bot with another clock, which gives a call up after so long.
  static DiscordChat at(FakeDiscord discord, Duration deadline, InstantSource time) {
    var settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());
    return at(settings, deadline, time);
  }

  static DiscordChat at(DiscordSettings settings, Duration deadline, InstantSource time) {
    return new DiscordChat(
        settings,
        new Wording("en"),
        DiscordChat.RATES.faster(1000),
        deadline,
        time,
        System::nanoTime);
  }

  /// Waits until the bot knows its servers and people know its commands.
  static void awaitReady(FakeDiscord discord, Inbox inbox) throws InterruptedException {
    discord.gateway().awaitConnections(1);
    discord.person(9_000_000_000_000_000_009L).slash("budget");
    inbox.command();
  }

  static Conversation in(DiscordChannel channel) {
    return Places.inChannel(channel.id(), true);
  }

  static Conversation with(DiscordPerson person) {
    return Places.with(person.id());
  }

  static OutboundMessage answer(String text, MessageRef to) {
    return OutboundMessage.of(Kind.ANSWER, text).inReplyTo(to);
  }

  static OutboundMessage refusal(String text, MessageRef to) {
    return OutboundMessage.of(Kind.REFUSAL, text).inReplyTo(to).privately();
  }

  static OutboundMessage progress(String text) {
    return OutboundMessage.of(Kind.PROGRESS, text);
  }

  /// A result with a video of so many bytes, which nobody looks at.
  static OutboundMessage result(String text, Path folder, int bytes) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "video", ".mp4"), new byte[bytes]);
    ContentRef content = content(file);
    return OutboundMessage.of(Kind.RESULT, text)
        .with(
            new Video(content, content, content, 64, 64, Duration.ofSeconds(1), Optional.empty()));
  }

  static ContentRef content(Path file) {
    return new ContentRef("ab", _ -> Optional.of(Lease.of(file)));
  }

  static Path photo(Path folder) throws IOException {
    return Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
  }
}
