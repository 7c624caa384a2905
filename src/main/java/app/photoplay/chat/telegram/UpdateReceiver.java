package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.telegram.UpdateReader.Reading;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.NotRecorded.Why;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes a batch on, update by update; what cannot be read or recorded is put aside, and the
/// others go on. For one thread.
final class UpdateReceiver {
  /// So many chats share a write to the disk; people are answered in the order in which they wrote
  /// but for these.
  private static final int ABREAST = 16;

  private static final Logger log = LoggerFactory.getLogger(UpdateReceiver.class);

  /// When nobody knows why the sink does not take an update, it is the update's fault after so many
  /// tries.
  private static final int TRIES = 5;

  private final UpdateTranslator translator;
  private final UpdateSink sink;
  private final UpdateReader reader = new UpdateReader();
  private @Nullable RawUpdate failing;
  private int failures;

  UpdateReceiver(UpdateTranslator translator, UpdateSink sink) {
    this.translator = translator;
    this.sink = sink;
  }

  /// Returns when all are on disk, in the inbox or put aside. After an exception some may be: all
  /// are to be passed on again.
  ///
  /// @return the ids, empty where there is none that could be confirmed
  List<OptionalLong> receive(List<RawUpdate> batch) {
    Map<Integer, OptionalLong> recorded = sideBySide(batch);
    List<OptionalLong> ids = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      OptionalLong known = recorded.get(i);
      if (known != null) {
        ids.add(known);
        continue;
      }
      RawUpdate raw = batch.get(i);
      Reading reading = reader.read(raw);
      try {
        translated(raw, reading).ifPresent(update -> record(raw, update));
      } catch (NotRecorded e) {
        if (e.why() == Why.NO_ROOM) {
          IntStream.range(i, batch.size())
              .filter(place -> !recorded.containsKey(place))
              .forEach(place -> tell(batch.get(place)));
        }
        throw e;
      }
      ids.add(reading.id());
    }
    return ids;
  }

  /// Records what is in order, different chats side by side, so that they share a write to the
  /// disk: one after another a hundred people would wait for a hundred of them. What is left is
  /// tried once more by itself.
  ///
  /// @return the ids of what is on disk, by their places in the batch
  private Map<Integer, OptionalLong> sideBySide(List<RawUpdate> batch) {
    Map<Conversation, List<Sound>> chats = new LinkedHashMap<>();
    for (int i = 0; i < batch.size() && batch.size() > 1; i++) {
      sound(i, batch.get(i))
          .ifPresent(it ->
              chats
                  .computeIfAbsent(it.update().message().conversation(), _ -> new ArrayList<>())
                  .add(it));
    }
    if (chats.size() < 2) {
      return Map.of();
    }
    Map<Integer, OptionalLong> recorded = new ConcurrentHashMap<>();
    List<List<Sound>> each = List.copyOf(chats.values());
    for (int i = 0; i < each.size(); i += ABREAST) {
      together(each.subList(i, Math.min(each.size(), i + ABREAST)), recorded);
    }
    return recorded;
  }

  private void together(List<List<Sound>> chats, Map<Integer, OptionalLong> recorded) {
    List<CompletableFuture<Void>> all =
        chats.stream()
            .map(chat ->
                CompletableFuture.runAsync(
                    () -> recordInOrder(chat, recorded), Thread::startVirtualThread))
            .toList();
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /// An update that can be read, and its place.
  private record Sound(int place, OptionalLong id, ChatUpdate update) {}

  private Optional<Sound> sound(int place, RawUpdate raw) {
    Reading reading = reader.read(raw);
    if (reading.update().isEmpty() || reading.id().isEmpty()) {
      return Optional.empty();
    }
    try {
      return translator
          .translate(reading.id().getAsLong(), reading.update().get())
          .map(update -> new Sound(place, reading.id(), update));
    } catch (RuntimeException e) {
      log.atDebug()
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("an update cannot be read; it is put aside in its turn");
      return Optional.empty();
    }
  }

  /// Until one cannot be recorded: those after it would be handled before it.
  private void recordInOrder(List<Sound> chat, Map<Integer, OptionalLong> recorded) {
    try {
      for (Sound it : chat) {
        sink.accept(it.update());
        recorded.put(it.place(), it.id());
      }
    } catch (RuntimeException e) {
      log.atDebug()
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("an update was not recorded; it is tried again in its turn");
    }
  }

  private Optional<ChatUpdate> translated(RawUpdate raw, Reading reading) {
    if (reading.update().isEmpty() || reading.id().isEmpty()) {
      putAside(raw, reading.problem());
      return Optional.empty();
    }
    try {
      return translator.translate(reading.id().getAsLong(), reading.update().get());
    } catch (RuntimeException e) {
      putAside(raw, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void record(RawUpdate raw, ChatUpdate update) {
    try {
      sink.accept(update);
    } catch (NotRecorded e) {
      if (e.why() != Why.REFUSED) {
        throw e;
      }
      putAside(raw, "refused by the inbox");
    } catch (RuntimeException e) {
      failures = raw.equals(failing) ? failures + 1 : 1;
      failing = raw;
      if (failures < TRIES) {
        throw e;
      }
      putAside(raw, e.getClass().getSimpleName());
    }
  }

  /// Only the kind of the error is logged: its message may quote what a person wrote.
  void putAside(RawUpdate raw, String reason) {
    sink.putAside(new RejectedUpdate(UpdateTranslator.PLATFORM, raw.text(), raw.bytes(), reason));
    log.atWarn()
        .addKeyValue("platform", UpdateTranslator.PLATFORM)
        .addKeyValue("bytes", raw.bytes())
        .addKeyValue("error", reason)
        .log("an update that cannot be read or recorded was put aside");
  }

  private void tell(RawUpdate raw) {
    Reading reading = reader.read(raw);
    if (reading.update().isEmpty() || reading.id().isEmpty()) {
      return;
    }
    try {
      translator
          .translate(reading.id().getAsLong(), reading.update().get())
          .ifPresent(sink::noRoom);
    } catch (RuntimeException e) {
      log.atDebug()
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("an update cannot be read; it is put aside once there is room");
    }
  }
}
