package app.photoplay.chat.message;

import app.photoplay.chat.Pages;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.button.Button;
import java.util.List;
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
public record OutboundMessage(
    Kind kind,
    String text,
    List<List<Button>> buttons,
    Optional<Video> video,
    Optional<Illustration> illustration,
    OptionalDouble progress,
    Optional<MessageRef> replyTo,
    boolean silent) {

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

  public OutboundMessage {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /// The same with another text.
  public OutboundMessage saying(String text) {
    return new OutboundMessage(kind, text, buttons, video, illustration, progress, replyTo, silent);
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
        false);
  }

  public OutboundMessage with(List<List<Button>> buttons) {
    return new OutboundMessage(kind, text, buttons, video, illustration, progress, replyTo, silent);
  }

  public OutboundMessage with(Video video) {
    return new OutboundMessage(
        kind, text, buttons, Optional.of(video), illustration, progress, replyTo, silent);
  }

  public OutboundMessage with(Illustration picture) {
    return new OutboundMessage(
        kind, text, buttons, video, Optional.of(picture), progress, replyTo, silent);
  }

  public OutboundMessage at(double fraction) {
    OptionalDouble known = OptionalDouble.of(fraction);
    return new OutboundMessage(kind, text, buttons, video, illustration, known, replyTo, silent);
  }

  public OutboundMessage inReplyTo(MessageRef message) {
    return new OutboundMessage(
        kind, text, buttons, video, illustration, progress, Optional.of(message), silent);
  }

  public OutboundMessage silently() {
    return new OutboundMessage(kind, text, buttons, video, illustration, progress, replyTo, true);
  }
}
