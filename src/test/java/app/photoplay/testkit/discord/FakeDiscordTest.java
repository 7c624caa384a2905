package app.photoplay.testkit.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.testkit.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real library with the fake: what people do arrives, and what the bot answers is seen.
class FakeDiscordTest {
  @TempDir private Path folder;
  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordPerson anna = discord.person(7);
  private RealBot bot;

  @BeforeEach
  void logIn() throws InterruptedException {
    bot = RealBot.login(discord);
    bot.jda
        .updateCommands()
        .addCommands(
            Commands.slash("talk", "Make a photo talk")
                .addOptions(
                    new OptionData(OptionType.ATTACHMENT, "photo", "Whose face", true),
                    new OptionData(OptionType.STRING, "script", "What it says").setMaxLength(600),
                    new OptionData(OptionType.STRING, "voice", "Who speaks").setAutoComplete(true),
                    new OptionData(OptionType.STRING, "quality", "How good")
                        .addChoice("Good", "good"),
                    new OptionData(OptionType.INTEGER, "seconds", "How long")
                        .setRequiredRange(1, 60))
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL),
            Commands.slash("jobs", "What is being made"),
            Commands.message("Make this photo talk"))
        .complete();
  }

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private Path portrait() throws IOException {
    return Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
  }

  @Test
  void aDeferredCommandIsAnsweredByAnEdit() throws InterruptedException {
    DiscordInteraction used = anna.slash("jobs");

    var event = bot.await(SlashCommandInteractionEvent.class);
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

  @Test
  void optionsArriveWithTheirFiles() throws Exception {
    anna.speaking("de")
        .slash(
            "talk",
            option("photo", portrait()),
            option("script", "Hello"),
            option("quality", "Good"),
            option("seconds", 5));

    var event = bot.await(SlashCommandInteractionEvent.class);

    var photo = requireNonNull(event.getOption("photo")).getAsAttachment();
    assertThat(photo.getWidth()).isEqualTo(512);
    assertThat(photo.getContentType()).isEqualTo("image/jpeg");
    try (var in = photo.getProxy().download().join()) {
      assertThat(in.readAllBytes()).isEqualTo(PhotoFiles.portrait());
    }
    assertThat(requireNonNull(event.getOption("script")).getAsString()).isEqualTo("Hello");
    assertThat(requireNonNull(event.getOption("quality")).getAsString()).isEqualTo("good");
    assertThat(requireNonNull(event.getOption("seconds")).getAsLong()).isEqualTo(5);
    assertThat(event.getUserLocale().getLocale()).isEqualTo("de");
    assertThat(event.getChannel().isDetached()).isFalse();
    assertThat(requireNonNull(event.getRawData()).getObject("d").getLong("attachment_size_limit"))
        .isEqualTo(10 << 20);
  }

  @Test
  void peopleTypeOnlyWhatDiscordLetsThem() {
    assertThatThrownBy(() -> anna.slash("talk")).hasMessageContaining("photo is required");
    assertThatThrownBy(() -> anna.slash("talk", option("photo", portrait()), option("seconds", 99)))
        .hasMessageContaining("does not take 99");
    assertThatThrownBy(
            () -> anna.slash("talk", option("photo", portrait()), option("quality", "Bad")))
        .hasMessageContaining("does not offer Bad");
  }

  @Test
  void aPressIsAcknowledgedAndChangesItsMessage() throws InterruptedException {
    anna.slash("jobs");
    bot.await(SlashCommandInteractionEvent.class)
        .reply("One job")
        .setComponents(ActionRow.of(Button.danger("cancel:1", "Cancel")))
        .complete();
    DiscordMessage job = anna.awaits("job", it -> it.text().equals("One job"));

    DiscordInteraction press = anna.press(job, "Cancel");
    var event = bot.await(ButtonInteractionEvent.class);
    event.deferEdit().complete();
    event.getHook().editOriginal("Cancelled").setComponents().complete();

    assertThat(event.getComponentId()).isEqualTo("cancel:1");
    assertThat(event.getMessage().getIdLong()).isEqualTo(job.id());
    assertThat(discord.awaitAcknowledged(press).type()).isEqualTo(6);
    DiscordMessage changed = anna.awaits("change", it -> it.text().equals("Cancelled"));
    assertThat(changed.id()).isEqualTo(job.id());
    assertThat(changed.labels()).isEmpty();
  }

  @Test
  void aLineOfAMenuIsChosen() throws InterruptedException {
    anna.slash("jobs");
    bot.await(SlashCommandInteractionEvent.class)
        .reply("Which voice?")
        .setComponents(
            ActionRow.of(
                StringSelectMenu.create("voice")
                    .addOption("Anna", "a")
                    .addOption("Bo", "b")
                    .build()))
        .complete();

    anna.choose(anna.awaits("menu", it -> !it.selects().isEmpty()), "Bo");

    var event = bot.await(StringSelectInteractionEvent.class);
    assertThat(event.getValues()).containsExactly("b");
    event.editMessage("Bo it is").setComponents().complete();
    anna.awaits("answer", it -> it.text().equals("Bo it is"));
  }

  @Test
  void aFormIsOpenedAndSent() throws Exception {
    DiscordInteraction used = anna.slash("jobs");
    bot.await(SlashCommandInteractionEvent.class)
        .replyModal(
            Modal.create("form:1", "Your photo")
                .addComponents(
                    Label.of(
                        "Script", TextInput.create("script", TextInputStyle.PARAGRAPH).build()),
                    Label.of("Photo", AttachmentUpload.create("photo").build()))
                .build())
        .complete();

    DiscordModal form = anna.awaitModal(used);
    assertThat(form.title()).isEqualTo("Your photo");
    assertThat(form.fields())
        .extracting(DiscordModal.Field::label)
        .containsExactly("Script", "Photo");
    assertThatThrownBy(() -> anna.submitModal(form, option("script", "Hi")))
        .hasMessageContaining("does not take 0");
    anna.submitModal(form, option("script", "Hi"), option("photo", portrait()));

    var event = bot.await(ModalInteractionEvent.class);
    assertThat(event.getModalId()).isEqualTo("form:1");
    assertThat(requireNonNull(event.getValue("script")).getAsString()).isEqualTo("Hi");
    assertThat(requireNonNull(event.getValue("photo")).getAsAttachmentList())
        .singleElement()
        .matches(it -> it.getFileName().equals("me.jpg"));
    event.reply("Thanks").complete();
    anna.awaits("thanks", it -> it.text().equals("Thanks"));
  }

  @Test
  void suggestionsAreSeen() throws Exception {
    DiscordInteraction typing =
        anna.autocomplete("talk", option("photo", portrait()), option("voice", "em"));

    var event = bot.await(CommandAutoCompleteInteractionEvent.class);
    assertThat(event.getFocusedOption().getValue()).isEqualTo("em");
    event.replyChoiceStrings("emma", "emil").complete();

    var choices = discord.awaitAcknowledged(typing);
    assertThat(choices.type()).isEqualTo(8);
    assertThat(choices.data().path("choices").findValuesAsText("value"))
        .containsExactly("emma", "emil");
  }

  @Test
  void theMenuOfAMessageBringsItsPhoto() throws Exception {
    DiscordPerson there = anna.in(discord.guild("Home").channel("general"));
    DiscordMessage photo = there.writes("look", DiscordFile.of(portrait()));

    there.messageMenu(photo, "Make this photo talk");

    var event = bot.await(MessageContextInteractionEvent.class);
    assertThat(event.getTarget().getAttachments()).hasSize(1);
    assertThat(event.getTarget().getContentRaw()).isEqualTo("look");
    event.deferReply(true).complete();
    event.getHook().editOriginal("For you").complete();
    assertThat(there.awaits("answer", it -> it.text().equals("For you")).ephemeral()).isTrue();
    DiscordPerson bob = discord.person(8).in(there);
    assertThat(bob.sees()).extracting(DiscordMessage::text).containsExactly("look");
  }

  @Test
  void aPrivateMessageArrivesWithItsFiles() throws Exception {
    anna.dm("make it say hi", DiscordFile.of(portrait()));

    var event = bot.await(MessageReceivedEvent.class);
    assertThat(event.isFromGuild()).isFalse();
    assertThat(event.getMessage().getContentRaw()).isEqualTo("make it say hi");
    assertThat(event.getMessage().getAttachments()).hasSize(1);
    event.getMessage().reply("I do").complete();

    DiscordMessage answer = anna.awaits("answer", it -> it.text().equals("I do"));
    assertThat(answer.replyTo()).hasValue(event.getMessageIdLong());
    assertThat(bot.await(MessageReceivedEvent.class).getAuthor().isBot()).isTrue();
  }

  @Test
  void aVoiceMessageSaysHowLongItIs() throws Exception {
    anna.speaks(Files.write(folder.resolve("v.ogg"), new byte[100]), 2.5);

    var message = bot.await(MessageReceivedEvent.class).getMessage();
    assertThat(message.isVoiceMessage()).isTrue();
    assertThat(message.getAttachments().getFirst().getDuration()).isEqualTo(2.5);
  }

  @Test
  void aFileIsUploadedWithAnEdit() throws Exception {
    anna.slash("jobs");
    var event = bot.await(SlashCommandInteractionEvent.class);
    event.deferReply().complete();

    event
        .getHook()
        .editOriginal("Done")
        .setFiles(FileUpload.fromData(PhotoFiles.portrait(), "out.mp4"))
        .complete();

    DiscordMessage done = anna.awaits("video", it -> it.text().equals("Done"));
    assertThat(done.file().name()).isEqualTo("out.mp4");
    assertThat(done.file().contentType()).isEqualTo("video/mp4");
    assertThat(Files.readAllBytes(done.file().file())).isEqualTo(PhotoFiles.portrait());
  }

  @Test
  void theBotIsThereWherePeopleBringIt() throws InterruptedException {
    DiscordPerson there = anna.in(discord.elsewhere("Other").channel("general"));
    assertThat(there.offers("jobs")).isFalse();
    there.happens(2, CommandInput.named("talk"));

    var event = bot.await(SlashCommandInteractionEvent.class);
    assertThat(requireNonNull(event.getGuild()).isDetached()).isTrue();
    assertThat(event.getIntegrationOwners().isUserIntegration()).isTrue();
    event.reply("Here").complete();
    there.awaits("answer", it -> it.text().equals("Here"));

    DiscordPerson friends = anna.in(discord.people("Friends"));
    friends.happens(2, CommandInput.named("talk"));
    assertThat(bot.await(SlashCommandInteractionEvent.class).getContext())
        .isEqualTo(InteractionContextType.PRIVATE_CHANNEL);
    assertThat(discord.commands())
        .isEqualTo(
            List.of(
                "/talk - Make a photo talk", "/jobs - What is being made", "Make this photo talk"));
  }
}
