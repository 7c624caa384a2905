package app.photoplay.chaos.server;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// People who write to the bot on Telegram, each in a chat of their own. Thread-safe.
final class Chatters {
  private static final long FIRST = 10_000;
  private static final String CANCEL = "Cancel";
  private static final Duration CHANGES_MIND = Duration.ofSeconds(20);
  private static final List<String> WORDS = List.of("/help", "/budget", "/jobs", "Hello there");

  private final FakeTelegram telegram;
  private final Path portrait;
  private final Path faceless;
  private final AtomicLong next = new AtomicLong(FIRST);
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();

  Chatters(FakeTelegram telegram, Path folder) {
    this.telegram = telegram;
    try {
      portrait = Files.write(folder.resolve("portrait.jpg"), PhotoFiles.portrait());
      faceless =
          Files.write(
              folder.resolve("faceless.jpg"),
              PhotoFiles.encoded(PhotoFiles.corners(400, 300), "jpeg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Somebody new asks for something.
  Wish asks(Wish.Kind kind) {
    long id = next.getAndIncrement();
    TelegramPerson person = telegram.person(id);
    return switch (kind) {
      case WORDS -> noted(kind, person, sends(person, WORDS.get((int) (id % WORDS.size()))));
      case REFUSAL -> noted(kind, person, person.sendsPhoto(faceless, "I have no face.").message());
      case VIDEO -> noted(kind, person, order(person));
      case CANCELLED -> {
        Asked wish = noted(kind, person, order(person));
        Thread.ofVirtual().name("changes-mind-" + id).start(() -> cancel(wish));
        yield wish;
      }
    };
  }

  /// Who got a video asks for the same once more.
  ///
  /// @return empty when nobody has got one yet
  Optional<Wish> repeats() {
    return wishes.stream()
        .filter(it -> it.kind() == Wish.Kind.VIDEO && it.videos() > 0)
        .skip(Math.floorMod(next.get(), 5))
        .findFirst()
        .map(it -> ((Asked) it).person)
        .map(person -> noted(Wish.Kind.VIDEO, person, order(person)));
  }

  /// All that was asked for so far.
  List<Wish> wishes() {
    return wishes;
  }

  private static int sends(TelegramPerson person, String words) {
    return person.sends(words).message();
  }

  private int order(TelegramPerson person) {
    return person.sendsPhoto(portrait, "I am number " + person.chat() + ".").message();
  }

  private Asked noted(Wish.Kind kind, TelegramPerson person, int message) {
    Asked wish = new Asked(kind, person, message);
    wishes.add(wish);
    return wish;
  }

  private static void cancel(Asked wish) {
    long end = System.nanoTime() + CHANGES_MIND.toNanos();
    try {
      while (System.nanoTime() - end < 0 && !wish.over()) {
        Optional<ShownMessage> card = wish.replies().filter(Asked::progress).findFirst();
        if (card.isPresent()) {
          wish.person.presses(card.get(), CANCEL);
          return;
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (AssertionError e) {
      // The card has become the result a moment ago.
    }
  }

  /// One wish.
  private record Asked(Kind kind, TelegramPerson person, int message) implements Wish {
    @Override
    public boolean taken() {
      return true;
    }

    @Override
    public int videos() {
      return (int) replies().filter(it -> it.video().isPresent()).count();
    }

    @Override
    public int answers() {
      return (int) told().count();
    }

    @Override
    public Optional<String> answer() {
      return told().map(ShownMessage::text).findFirst();
    }

    private Stream<ShownMessage> told() {
      return replies().filter(it -> it.video().isEmpty()).filter(Predicate.not(Asked::progress));
    }

    /// Orders have messages that reply to them; who asked for words has a chat of their own.
    private Stream<ShownMessage> replies() {
      boolean order = kind == Kind.VIDEO || kind == Kind.CANCELLED;
      return person.sees().stream()
          .filter(ShownMessage::fromBot)
          .filter(it -> !order || it.replyTo().equals(OptionalInt.of(message)));
    }

    private static boolean progress(ShownMessage shown) {
      return shown.labels().contains(CANCEL);
    }
  }
}
