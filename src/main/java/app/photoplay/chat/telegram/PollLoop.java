package app.photoplay.chat.telegram;

import app.photoplay.chat.ChatUpdate;
import app.photoplay.chat.UpdateSink;
import app.photoplay.retry.Backoff;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;

/// Fetches updates and passes them on, one after another, until it is stopped or the token is
/// refused.
///
/// A batch is confirmed by the next poll, hence only after the sink has taken all of it: what was
/// not confirmed comes again, also after a restart. The offset lives in memory alone.
final class PollLoop implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
  private static final int BATCH = 100;

  private final BotApi api;
  private final Patience patience;
  private final UpdateSink sink;
  private final Consumer<User> met;
  private final ObjectMapper json = new ObjectMapper();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// The next update to ask for, 0 for whatever is not confirmed yet.
  private long offset;

  private int failures;
  private volatile String trouble = "Telegram has not answered yet.";

  /// @param met is told once who the bot is, on the loop's thread
  PollLoop(BotApi api, Patience patience, UpdateSink sink, Consumer<User> met) {
    this.api = api;
    this.patience = patience;
    this.sink = sink;
    this.met = met;
  }

  /// One update of a batch; without a content when it cannot be read.
  private record Received(long id, Optional<Update> update) {}

  /// As [app.photoplay.chat.ChatPlatform#trouble()].
  String trouble() {
    return trouble;
  }

  /// Makes the loop end after what it is doing; a poll that waits is broken off with
  /// [BotApi#endPolls()].
  void stop() {
    stopped.countDown();
  }

  boolean stopping() {
    return stopped.getCount() == 0;
  }

  @Override
  public void run() {
    try {
      Optional<UpdateTranslator> translator = Optional.empty();
      boolean on = true;
      while (on && !stopping()) {
        try {
          if (translator.isEmpty()) {
            translator = Optional.of(meet());
          } else {
            round(translator.get());
          }
        } catch (CallFailed failed) {
          on = stopping() || recover(failed);
        } catch (RuntimeException e) {
          log.atError()
              .addKeyValue("platform", UpdateTranslator.PLATFORM)
              .setCause(e)
              .log("updates were not taken, the batch will be fetched again");
          trouble = "Updates from Telegram cannot be stored.";
          failures++;
          pause(backOff());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      trouble = "Polling was interrupted.";
    }
  }

  private UpdateTranslator meet() throws CallFailed, InterruptedException {
    User us = api.poll(client -> client.executeAsync(new GetMe()));
    met.accept(us);
    fine();
    return new UpdateTranslator(us);
  }

  private void round(UpdateTranslator translator) throws CallFailed, InterruptedException {
    List<Received> batch = fetch();
    long next = offset;
    for (Received received : batch) {
      Optional<ChatUpdate> update = translated(translator, received);
      if (update.isPresent()) {
        sink.accept(update.get());
      }
      next = received.id + 1;
    }
    offset = next;
    fine();
  }

  private void fine() {
    failures = 0;
    trouble = "";
  }

  private List<Received> fetch() throws CallFailed, InterruptedException {
    // after a failure an answer at once tells whether it is over
    int wait = failures > 0 ? 0 : Math.toIntExact(patience.longPoll().toSeconds());
    try {
      var poll =
          GetUpdates.builder()
              .offset(offset == 0 ? null : Integer.valueOf(Math.toIntExact(offset)))
              .limit(BATCH)
              .timeout(wait)
              .allowedUpdates(UpdateTranslator.wanted())
              .build();
      List<Received> batch = new ArrayList<>();
      for (Update update : api.poll(client -> client.executeAsync(poll))) {
        batch.add(new Received(update.getUpdateId(), Optional.of(update)));
      }
      return batch;
    } catch (CallFailed failed) {
      if (!failed.unreadable()) {
        throw failed;
      }
      return fetchRaw(failed);
    }
  }

  /// One update that the library cannot read spoils its whole batch, for a day. So the batch is
  /// taken apart: what cannot be read is skipped, the rest goes its way.
  private List<Received> fetchRaw(CallFailed first) throws CallFailed {
    var poll = json.createObjectNode().put("limit", BATCH).put("timeout", 0);
    if (offset != 0) {
      poll.put("offset", offset);
    }
    JsonNode updates;
    try {
      updates = json.readTree(api.raw(GetUpdates.PATH, poll.toString())).path("result");
    } catch (JsonProcessingException _) {
      throw first;
    } catch (IOException e) {
      throw new CallFailed(e);
    }
    if (!updates.isArray()) {
      throw first;
    }
    List<Received> batch = new ArrayList<>();
    for (JsonNode update : updates) {
      batch.add(new Received(update.path("update_id").asLong(), readable(update)));
    }
    return batch;
  }

  private Optional<Update> readable(JsonNode update) {
    try {
      return Optional.of(json.treeToValue(update, Update.class));
    } catch (JsonProcessingException e) {
      skip(update.path("update_id").asLong(), e);
      return Optional.empty();
    }
  }

  private static Optional<ChatUpdate> translated(UpdateTranslator translator, Received received) {
    try {
      return received.update.flatMap(translator::translate);
    } catch (RuntimeException e) {
      skip(received.id, e);
      return Optional.empty();
    }
  }

  /// Only the kind of the error is logged: its message may quote what a person wrote.
  private static void skip(long id, Exception e) {
    log.atWarn()
        .addKeyValue("platform", UpdateTranslator.PLATFORM)
        .addKeyValue("update", id)
        .addKeyValue("error", e.getClass().getSimpleName())
        .log("an update that cannot be read was skipped");
  }

  /// Waits as the failure demands; false when there is no sense in going on.
  private boolean recover(CallFailed failed) throws InterruptedException {
    Duration pause = failed.retryAfter().orElseGet(this::backOff);
    String before = trouble;
    trouble = sentence(failed);
    log.atLevel(trouble.equals(before) ? Level.DEBUG : Level.WARN)
        .addKeyValue("platform", UpdateTranslator.PLATFORM)
        .addKeyValue("error", failed.getMessage())
        .log(trouble);
    if (failed.wrongToken()) {
      return false;
    }
    failures++;
    pause(pause);
    return true;
  }

  private static String sentence(CallFailed failed) {
    if (failed.wrongToken()) {
      return "Telegram refuses the bot token: get the right one from @BotFather and start again.";
    }
    if (failed.code == 409 && failed.says("webhook")) {
      return "A webhook is set for this Telegram bot, so its updates go there: call deleteWebhook"
          + " with its token, or use another bot.";
    }
    if (failed.code == 409) {
      return "Another program fetches the updates of this Telegram bot: stop it, or use another"
          + " bot.";
    }
    if (failed.code == 429) {
      return "Telegram asks to wait before more updates are fetched.";
    }
    return failed.code == 0 && !failed.unreadable()
        ? "Telegram cannot be reached."
        : "Telegram answers with an error.";
  }

  /// Half to the whole of a pause that doubles with each failure in a row.
  private Duration backOff() {
    Backoff pauses = new Backoff(patience.shortestPause(), patience.longestPause());
    return pauses.pause(failures + 1, ThreadLocalRandom.current());
  }

  private void pause(Duration pause) throws InterruptedException {
    var _ = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
