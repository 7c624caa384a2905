package app.photoplay.command.inbox;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was sent together and comes as several messages of which nobody knows how many: it is whole
/// when nothing more has come for a while. Thread-safe.
///
/// @param <T> a message on its way
final class Album<T> {
  /// The messages of an album come within milliseconds; what takes longer to send comes late.
  private static final Duration QUIET = Duration.ofMillis(700);

  private final List<T> items = new ArrayList<>();
  private long last = System.nanoTime();
  private boolean closed;

  /// False when it is closed.
  synchronized boolean add(T item) {
    if (!closed) {
      items.add(item);
      last = System.nanoTime();
    }
    return !closed;
  }

  /// How long until it may be whole; closed with zero.
  synchronized Duration close() {
    long left = QUIET.toNanos() - (System.nanoTime() - last);
    closed = left <= 0;
    return Duration.ofNanos(Math.max(0, left));
  }

  /// All of it, once it is closed.
  synchronized List<T> items() {
    return List.copyOf(items);
  }

  /// One message of several: the one with words, which stays the one that is answered, with the
  /// files of all in their order.
  static ChatUpdate.AlbumItem of(List<ChatUpdate.AlbumItem> items) {
    ChatUpdate.AlbumItem worded =
        items.stream()
            .filter(it -> !words(it.now()).isEmpty())
            .findFirst()
            .orElse(items.getFirst());
    List<Attachment> files = items.stream().flatMap(it -> files(it.now()).stream()).toList();
    ChatUpdate whole =
        switch (worded.now()) {
          case ChatUpdate.CommandCall it ->
              new ChatUpdate.CommandCall(
                  it.id(),
                  it.from(),
                  it.message(),
                  it.command(),
                  it.words(),
                  it.options(),
                  files,
                  replied(items));
          case ChatUpdate.PlainMessage it ->
              new ChatUpdate.PlainMessage(
                  it.id(),
                  it.from(),
                  it.message(),
                  it.words(),
                  it.options(),
                  files,
                  replied(items));
          case ChatUpdate other -> other;
        };
    return new ChatUpdate.AlbumItem(worded.album(), whole);
  }

  private static Optional<ChatUpdate.Replied> replied(List<ChatUpdate.AlbumItem> items) {
    return items.stream()
        .map(it ->
            switch (it.now()) {
              case ChatUpdate.CommandCall call -> call.replied();
              case ChatUpdate.PlainMessage message -> message.replied();
              default -> Optional.<ChatUpdate.Replied>empty();
            })
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// A command counts as words, also without any behind it.
  private static String words(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.CommandCall call -> "/" + call.command();
      case ChatUpdate.PlainMessage message -> message.words();
      default -> "";
    };
  }

  private static List<Attachment> files(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.CommandCall call -> call.attachments();
      case ChatUpdate.PlainMessage message -> message.attachments();
      default -> List.of();
    };
  }
}
