package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.Download;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.ChatUpdate.Replied;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.wording.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One use of a command.
///
/// @param language to answer in, one that there are texts for
/// @param words what stood behind the command, or the subject of a button
/// @param revision of the draft that the message with the button showed, else [ButtonData#ANY]
/// @param album names what was sent together with this, also later; empty when it came alone
/// @param occasion what makes an order of this call unique; its button is empty when it was written
public record Invocation(
    Person from,
    AccountId account,
    ChatPlatform platform,
    String language,
    MessageRef message,
    String words,
    int revision,
    Map<String, String> options,
    List<Attachment> attachments,
    Optional<Replied> replied,
    String album,
    OrderTrigger occasion) {
  public Invocation {
    options = Map.copyOf(options);
    attachments = List.copyOf(attachments);
  }

  /// @param pressed what is in the button that was pressed
  static Invocation of(
      ChatUpdate update,
      Optional<ButtonData> pressed,
      AccountId account,
      ChatPlatform platform,
      String language) {
    return switch (update) {
      case ChatUpdate.Edited edited ->
          of(edited.now(), pressed, account, platform, language)
              .by(new OrderTrigger(edited.message(), "", edited.id(), language));
      case ChatUpdate.AlbumItem item ->
          of(item.now(), pressed, account, platform, language).of(item.album());
      case ChatUpdate.Joined _ -> throw new IllegalArgumentException("joining calls no command");
      case ChatUpdate.CommandCall call ->
          new Invocation(
              update.from(),
              account,
              platform,
              language,
              call.message(),
              call.words(),
              ButtonData.ANY,
              call.options(),
              call.attachments(),
              call.replied(),
              "",
              new OrderTrigger(call.message(), "", "", language));
      case ChatUpdate.PlainMessage plain ->
          new Invocation(
              update.from(),
              account,
              platform,
              language,
              plain.message(),
              plain.words(),
              ButtonData.ANY,
              plain.options(),
              plain.attachments(),
              plain.replied(),
              "",
              new OrderTrigger(plain.message(), "", "", language));
      case ChatUpdate.ButtonPress press ->
          new Invocation(
              update.from(),
              account,
              platform,
              language,
              press.message(),
              pressed.map(ButtonData::subject).orElse(""),
              pressed.map(ButtonData::revision).orElse(ButtonData.ANY),
              Map.of(),
              List.of(),
              Optional.empty(),
              "",
              new OrderTrigger(press.message(), press.data(), press.id(), language));
    };
  }

  /// The same with its options read.
  Invocation with(String words, Map<String, String> options) {
    return copy(words, options, album, occasion);
  }

  private Invocation of(String name) {
    return copy(words, options, name, occasion);
  }

  private Invocation by(OrderTrigger other) {
    return copy(words, options, album, other);
  }

  private Invocation copy(
      String words, Map<String, String> options, String album, OrderTrigger occasion) {
    return new Invocation(
        from,
        account,
        platform,
        language,
        message,
        words,
        revision,
        options,
        attachments,
        replied,
        album,
        occasion);
  }

  /// Whether the person can answer only by another command, because nothing else is read here.
  public boolean onlyCommandsRead() {
    return platform.typedCommands() && message.conversation().group();
  }

  /// Whether others are there, and what people write is only read when it is meant for the bot.
  public boolean overheard() {
    return !platform.typedCommands() && message.conversation().group();
  }

  /// How a command is written here, without its slash.
  public String addressed(String command) {
    return platform.addressed(command, message.conversation());
  }

  /// Whether a button was pressed.
  public boolean pressed() {
    return !occasion.button().isEmpty();
  }

  /// Fetches an attachment into `target`, never more than `limit` bytes. When the platform cannot
  /// be reached this ends the command, which is run again later.
  ///
  /// @param otherwise what the person is told when that does not help either
  public Download.Settled fetch(Attachment attachment, Path target, long limit, Phrase otherwise)
      throws InterruptedException {
    return switch (platform.download(attachment, target, limit)) {
      case Download.Settled settled -> settled;
      case Download.Unreachable(var cause) -> throw new FileUnreachable(cause, otherwise);
    };
  }
}
