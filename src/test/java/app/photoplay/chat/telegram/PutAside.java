package app.photoplay.chat.telegram;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A sink that keeps apart what could be read and what could not.
final class PutAside implements UpdateSink {
  final List<RejectedUpdate> rejected = new CopyOnWriteArrayList<>();
  final List<ChatUpdate> withoutRoom = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ChatUpdate> accepted = new LinkedBlockingQueue<>();
  private final Consumer<ChatUpdate> first;

  PutAside() {
    this(_ -> {});
  }

  /// @param first may refuse an update by an exception
  PutAside(Consumer<ChatUpdate> first) {
    this.first = first;
  }

  @Override
  public void accept(ChatUpdate update) {
    first.accept(update);
    accepted.add(update);
  }

  @Override
  public void putAside(RejectedUpdate update) {
    rejected.add(update);
  }

  @Override
  public void noRoom(ChatUpdate update) {
    withoutRoom.add(update);
  }

  ChatUpdate next() throws InterruptedException {
    ChatUpdate update = accepted.poll(20, TimeUnit.SECONDS);
    if (update == null) {
      throw new AssertionError("nothing came; put aside: " + rejected);
    }
    return update;
  }

  /// Waits for a message with these words and passes over all before it.
  void awaitWords(String words) throws InterruptedException {
    while (!words(next()).equals(words)) {
      // something else
    }
  }

  static String words(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.PlainMessage message -> message.words();
      case ChatUpdate.CommandCall call -> call.words();
      case ChatUpdate.Edited edited -> words(edited.now());
      case ChatUpdate.AlbumItem item -> words(item.now());
      case ChatUpdate.Joined _ -> "";
      case ChatUpdate.ButtonPress press -> press.data();
    };
  }
}
