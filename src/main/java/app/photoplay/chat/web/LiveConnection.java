package app.photoplay.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;

/// One browser window: sends every change after the one it knows, in order, one message at a time.
///
/// It reads the store when it is woken, so several edits while a slow phone takes one message
/// become one, and resuming after a lost connection is the same as going on.
final class LiveConnection {
  private static final int BATCH = 50;
  private static final int NOTICES = 20;
  private static final int SEND_SECONDS = 20;
  private static final int PING_SECONDS = 15;

  private final WsContext socket;
  private final WebStore store;
  private final String visitor;
  private final String network;
  private final Semaphore woken = new Semaphore(0);
  private final BlockingQueue<String> notices = new ArrayBlockingQueue<>(NOTICES);
  private volatile boolean open = true;

  LiveConnection(WsContext socket, WebStore store, String visitor, String network) {
    this.socket = socket;
    this.store = store;
    this.visitor = visitor;
    this.network = network;
  }

  String visitor() {
    return visitor;
  }

  /// Where the browser is, see [AccessGuard#network].
  String network() {
    return network;
  }

  void wake() {
    woken.release();
  }

  /// Queues an event; dropped when the browser is that far behind.
  void tell(String event) {
    if (notices.offer(event)) {
      woken.release();
    }
  }

  void close() {
    open = false;
    woken.release();
  }

  /// Cuts the connection, so that the browser comes back and reads on.
  void abandon() {
    open = false;
    socket.session.disconnect();
  }

  /// Runs until the connection ends.
  void run(long after) throws InterruptedException {
    long known = after;
    try {
      while (open) {
        List<WebMessage> news = store.changedAfter(visitor, known, BATCH);
        for (WebMessage message : news) {
          ObjectNode event = Content.JSON.createObjectNode().put("type", "message");
          event.set("message", Content.forPage(message));
          send(event.toString());
          known = message.change();
        }
        for (String notice; (notice = notices.poll()) != null; ) {
          send(notice);
        }
        if (news.size() < BATCH && !woken.tryAcquire(PING_SECONDS, TimeUnit.SECONDS)) {
          ping();
        }
        woken.drainPermits();
      }
    } catch (ExecutionException | TimeoutException gone) {
      // the browser reads on from where it was when it comes back
    }
  }

  private void send(String event)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    socket.session.sendText(event, completing(sent));
    sent.get(SEND_SECONDS, TimeUnit.SECONDS);
  }

  /// Keeps the connection from being idle. Javalin's own pings would leave a thread behind that
  /// keeps the program from ending.
  private void ping() throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    socket.session.sendPing(ByteBuffer.allocate(0), completing(sent));
    sent.get(SEND_SECONDS, TimeUnit.SECONDS);
  }

  private static Callback completing(CompletableFuture<Void> sent) {
    return Callback.from(() -> sent.complete(null), sent::completeExceptionally);
  }
}
