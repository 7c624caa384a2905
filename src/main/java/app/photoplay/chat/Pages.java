package app.photoplay.chat;

import app.photoplay.chat.message.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts what is too long for one message of a platform: at the end of a line, else between words,
/// never inside a character.
public final class Pages {
  private Pages() {}

  /// The message, or several that say the same one after another, each in reply to the same: the
  /// first shows the picture, the last has the buttons.
  public static List<OutboundMessage> of(OutboundMessage message, PlatformLimits limits) {
    List<String> texts = new ArrayList<>();
    int room = first(message, limits);
    String rest = message.text();
    while (rest.length() > room) {
      int end = end(rest, room);
      texts.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
      room = limits.textUnits();
    }
    if (texts.isEmpty()) {
      return List.of(message);
    }
    List<OutboundMessage> pages = new ArrayList<>();
    for (String text : texts) {
      OutboundMessage page = pages.isEmpty() ? message.with(List.of()) : plain(message);
      pages.add(page.saying(text));
    }
    if (!rest.isEmpty()) {
      pages.add(plain(message).saying(rest));
    }
    pages.set(pages.size() - 1, pages.getLast().with(message.buttons()));
    return List.copyOf(pages);
  }

  /// The message with as much of its text as fits, for where there can be only one.
  public static OutboundMessage cut(OutboundMessage message, PlatformLimits limits) {
    int room = first(message, limits);
    return message.text().length() <= room
        ? message
        : message.saying(
            message.text().substring(0, end(message.text(), room - 1)).stripTrailing() + "…");
  }

  /// As much of a text as fits, with dots behind it when that is not all.
  ///
  /// @param most at least 2
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static OutboundMessage plain(OutboundMessage message) {
    OutboundMessage page = OutboundMessage.of(message.kind(), "").asFurtherPage();
    OutboundMessage reply = message.replyTo().map(page::inReplyTo).orElse(page);
    OutboundMessage told = message.extras().ephemeral() ? reply.privately() : reply;
    return message.silent() ? told.silently() : told;
  }

  private static int first(OutboundMessage message, PlatformLimits limits) {
    boolean captioned = message.video().isPresent() || message.illustration().isPresent();
    return captioned ? limits.captionUnits() : limits.textUnits();
  }

  /// Where to cut so that at most `room` units are before, and one at least.
  private static int end(String text, int room) {
    return after(text, '\n', room)
        .or(() -> after(text, ' ', room))
        .orElse(Character.isHighSurrogate(text.charAt(room - 1)) && room > 1 ? room - 1 : room);
  }

  /// Behind the last such character, when that leaves a good part before it.
  private static Optional<Integer> after(String text, char mark, int room) {
    int at = text.lastIndexOf(mark, room - 1);
    return at >= room / 2 ? Optional.of(at + 1) : Optional.empty();
  }
}
