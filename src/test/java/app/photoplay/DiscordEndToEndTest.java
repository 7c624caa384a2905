package app.photoplay;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.discord.DiscordChat;
import app.photoplay.chat.discord.DiscordSettings;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People on Discord and the whole bot, through the real client library.
class DiscordEndToEndTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static FakeDiscord discord;
  private static TestBot bot;
  private static DiscordChannel channel;

  @BeforeAll
  static void open() {
    discord = FakeDiscord.start();
    channel = discord.guild("Photo friends").channel("general");
    DiscordSettings settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new DiscordChat(settings, new Wording("en"), InstantSource.system())),
                TestBot.PRICED,
                PortDecorator.NOTHING)
            .start();
  }

  @AfterAll
  static void close() throws Exception {
    bot.stop();
    discord.close();
  }

  private static Path photo() throws Exception {
    return Files.write(Files.createTempFile(folder, "photo", ".jpg"), PhotoFiles.portrait());
  }

  private static DiscordMessage video(DiscordPerson person) throws Exception {
    return person.awaits("video", message -> !message.files().isEmpty(), PATIENCE);
  }

  @Test
  void turnsThinkingIntoTheVideo() throws Exception {
    DiscordPerson ann = discord.person(7_000_000_000_000_000_001L).in(channel);

    var call = ann.slash("talk", option("photo", photo()), option("script", "Hello from here."));
    DiscordMessage result = video(ann);

    assertThat(result.answers()).hasValue(call.id());
    assertThat(result.file().name()).isEqualTo("photoplay.mp4");
    assertThat(result.labels()).contains("Again");
    assertThat(result.pings()).isEmpty();
    assertThat(ann.sees()).hasSize(1);
  }

  @Test
  void tellsMoneyToThePersonAlone() throws Exception {
    DiscordPerson ben = discord.person(7_000_000_000_000_000_002L).in(channel);

    ben.slash("budget");
    DiscordMessage answer = ben.awaits("budget", message -> message.text().contains("$"));

    assertThat(answer.ephemeral()).isTrue();
  }

  @Test
  void saysWhatIsNotDoneToThePersonAlone() throws Exception {
    DiscordPerson eve = discord.person(7_000_000_000_000_000_003L).in(channel);

    eve.slash("cancel");
    DiscordMessage nothing =
        eve.awaits("nothing to cancel", it -> it.ephemeral() && !it.thinking());
    eve.slash("again", option("code", "NONE"));
    DiscordMessage unknown =
        eve.awaits(
            "no such job", it -> it.ephemeral() && it.id() != nothing.id() && !it.thinking());

    assertThat(List.of(nothing, unknown)).allMatch(it -> it.onlyFor().getAsLong() == eve.id());
    assertThat(eve.sees()).allMatch(DiscordMessage::ephemeral);
  }
}
