package app.photoplay.testkit.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real library with the fake: what people do arrives, and what the bot answers is seen.
class FakeDiscordTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private RealBot bot;

  @BeforeEach
  void logIn() throws InterruptedException {
    bot = RealBot.login(discord);
  }

  @AfterEach
  void close() throws InterruptedException {
    bot.close();
    discord.close();
  }

  private void registersTalk() {
    bot.jda
        .updateCommands()
        .addCommands(
            Commands.slash("talk", "Make a photo talk")
                .addOption(OptionType.STRING, "script", "What it says", true))
        .complete();
  }

  @Test
  void aDeferredCommandIsAnsweredByAnEdit() throws InterruptedException {
    registersTalk();
    DiscordPerson anna = discord.person(7);

    DiscordInteraction used = anna.slash("talk", option("script", "Hello"));

    var event = bot.await(SlashCommandInteractionEvent.class);
    assertThat(event.getOption("script").getAsString()).isEqualTo("Hello");
    event.deferReply().complete();
    assertThat(discord.awaitAcknowledged(used).type()).isEqualTo(5);
    assertThat(anna.sees()).singleElement().matches(DiscordMessage::thinking);

    event
        .getHook()
        .editOriginal("Halfway")
        .setComponents(ActionRow.of(Button.danger("cancel:1", "Cancel")))
        .complete();

    DiscordMessage answer = anna.awaits("answer", it -> it.text().equals("Halfway"));
    assertThat(answer.thinking()).isFalse();
    assertThat(answer.labels()).containsExactly("Cancel");
    assertThat(discord.refusals()).isEmpty();
  }
}
