package app.photoplay.chat.message;

import app.photoplay.chat.Pages;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.button.Button;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the bot says: plain text without any markup, with rows of buttons, perhaps a video or a
/// picture above it.
///
/// @param text as long as [PlatformLimits] allow; [Pages] cuts what is longer
/// @param illustration not shown when there is a video; a platform that cannot show it shows the
///   rest
/// @param progress for [Kind#PROGRESS]: how far the work is, 0 to 1, when that is known
/// @param replyTo the message this answers; sent all the same when that message is gone
/// @param silent whether the platform should not ring
/// @param extras what not every platform can do
public record OutboundMessage(
    Kind kind,
    String text,
    List<List<Button>> buttons,
    Optional<Video> video,
    Optional<Illustration> illustration,
    OptionalDouble progress,
    Optional<MessageRef> replyTo,
    boolean silent,
    Extras extras) {

  /// What a message is for, so that a platform can dress it and a terminal can choose its exit
  /// code.
  public enum Kind {
    ANSWER,
    QUESTION,
    /// The person can mend it.
    REFUSAL,
    PROGRESS,
    RESULT,
    /// It went wrong on our side.
    FAILURE
  }

  /// What not every platform can do; each does without in its own way.
  ///
  /// @param album pictures that belong together, 2 to 10. Telegram shows them as an album in reply
  ///   to the message, when it is sent and not when it is edited; web chat and terminal show the
  ///   text
  /// @param document Telegram sends it in reply to the message, when it is sent and not when it is
  ///   edited; the web chat shows a button for it, the terminal the text
  /// @param ephemeral whether only the person who asked needs to see it; Telegram shows it as any
  ///   other message, web chat and terminal have nobody else
  /// @param key the same for each try to send this very message, so that a platform that takes such
  ///   keys (Discord's nonce) shows it once: at most 25 letters and digits, empty when there is
  ///   none. Telegram has no keys; a send whose outcome is unknown may show it twice
  /// @param further whether another message begins what this one says, so that this one is never
  ///   put in its place
  public record Extras(
      List<Illustration> album,
      Optional<Document> document,
      boolean ephemeral,
      String key,
      boolean further) {
    static final Extras NONE = new Extras(List.of(), Optional.empty(), false, "", false);

    public Extras {
      album = List.copyOf(album);
    }

    private Extras withAlbum(List<Illustration> pictures) {
      return new Extras(pictures, document, ephemeral, key, further);
    }

    private Extras with(Document other) {
      return new Extras(album, Optional.of(other), ephemeral, key, further);
    }

    private Extras with(boolean alone, String name, boolean continued) {
      return new Extras(album, document, alone, name, continued);
    }
  }

  public OutboundMessage {
    buttons = buttons.stream().map(List::copyOf).toList();
    extras = Objects.requireNonNullElse(extras, Extras.NONE); // stored by an earlier version
  }

  /// A message of text alone.
  public static OutboundMessage of(Kind kind, String text) {
    return new OutboundMessage(
        kind,
        text,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        false,
        Extras.NONE);
  }

  /// The same with another text.
  public OutboundMessage saying(String text) {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, replyTo, silent, extras);
  }

  public OutboundMessage with(List<List<Button>> buttons) {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, replyTo, silent, extras);
  }

  public OutboundMessage with(Video video) {
    return new OutboundMessage(
        kind, text, buttons, Optional.of(video), illustration, progress, replyTo, silent, extras);
  }

  public OutboundMessage with(Illustration picture) {
    return new OutboundMessage(
        kind, text, buttons, video, Optional.of(picture), progress, replyTo, silent, extras);
  }

  public OutboundMessage at(double fraction) {
    OptionalDouble known = OptionalDouble.of(fraction);
    return new OutboundMessage(
        kind, text, buttons, video, illustration, known, replyTo, silent, extras);
  }

  public OutboundMessage inReplyTo(MessageRef message) {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, Optional.of(message), silent, extras);
  }

  public OutboundMessage silently() {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, replyTo, true, extras);
  }

  public OutboundMessage withAlbum(List<Illustration> pictures) {
    return with(extras.withAlbum(pictures));
  }

  public OutboundMessage with(Document document) {
    return with(extras.with(document));
  }

  /// The same for the person alone.
  public OutboundMessage privately() {
    return with(extras.with(true, extras.key, extras.further));
  }

  /// The same as a further page of what another message begins.
  public OutboundMessage asFurtherPage() {
    return with(extras.with(extras.ephemeral, extras.key, true));
  }

  /// The same with a key for all tries to send it.
  public OutboundMessage keyed(String key) {
    return with(extras.with(extras.ephemeral, key, extras.further));
  }

  private OutboundMessage with(Extras other) {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, replyTo, silent, other);
  }
}
