package app.photoplay.testkit;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A sink that keeps what arrives until a test asks for it.
public final class Inbox implements UpdateSink {

  private final BlockingQueue<ChatUpdate> updates = new LinkedBlockingQueue<>();

  @Override
  public void accept(ChatUpdate update) {
    updates.add(update);
  }

  public <T extends ChatUpdate> T next(Class<T> kind) throws InterruptedException {
    ChatUpdate update = updates.poll(60, TimeUnit.SECONDS);
    if (update instanceof ChatUpdate.AlbumItem item && kind != ChatUpdate.AlbumItem.class) {
      update = item.now();
    }
    if (!kind.isInstance(update)) {
      throw new AssertionError("expected a " + kind.getSimpleName() + " but got " + update);
    }
    return kind.cast(update);
  }

  public ChatUpdate.PlainMessage message() throws InterruptedException {
    return next(ChatUpdate.PlainMessage.class);
  }

  public ChatUpdate.CommandCall command() throws InterruptedException {
    return next(ChatUpdate.CommandCall.class);
  }

  public ChatUpdate.ButtonPress press() throws InterruptedException {
    return next(ChatUpdate.ButtonPress.class);
  }
}
