package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.NotRecorded.Why;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import app.photoplay.testkit.UpdateMutator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be read, or not be recorded, among what can.
class OddUpdatesTest {
  private static final String ANN = "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\"}";
  private static final String ROOM = "\"chat\":{\"id\":7,\"type\":\"private\"}";

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final TelegramPerson ann = telegram.person(7);
  private PutAside sink = new PutAside();

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  static Stream<String> oddUpdates() {
    String update = "{\"update_id\":ID,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"odd\",";
    String press = "{\"update_id\":ID,\"callback_query\":{\"data\":\"x\"," + ANN + ",";
    String under = ",\"message\":{\"message_id\":1,\"date\":0," + ROOM + "}}}";
    return Stream.of(
        // identifiers
        press + "\"id\":null" + under,
        press + "\"id\":\"a\\u0000b\"" + under,
        press + "\"id\":\"" + "9".repeat(5000) + "\"" + under,
        update + ROOM + ",\"from\":{\"id\":null,\"is_bot\":false,\"first_name\":\"A\"}}}",
        update + ANN + ",\"chat\":{\"id\":1e400,\"type\":\"private\"}}}",
        update + ANN + ",\"chat\":{\"id\":99999999999999999999,\"type\":\"private\"}}}",
        update.replace("\"message_id\":1", "\"message_id\":99999999999") + ROOM + "," + ANN + "}}",
        update.replace("\"message_id\":1", "\"message_id\":null") + ROOM + "," + ANN + "}}",
        // no JSON that can be read
        update + ROOM + "," + ANN + ",\"n\":" + "9".repeat(5000) + "}}",
        update + ROOM + "," + ANN + ",\"" + "n".repeat(60_000) + "\":1}}",
        update + ROOM + "," + ANN + ",\"d\":" + "[".repeat(5000) + "]".repeat(5000) + "}}",
        update.replace("odd", "o\u0001d") + ROOM + "," + ANN + "}}",
        update.replace("odd", "x".repeat(3 << 20)) + ROOM + "," + ANN + "}}",
        update + ROOM + "," + ANN + "]]",
        "{\"update_id\":ID,\"message\":{\"text\":\"never closed",
        // update_id
        update.replace("ID", "-5") + ROOM + "," + ANN + "}}",
        update.replace("ID", "0") + ROOM + "," + ANN + "}}",
        update.replace("ID", "null") + ROOM + "," + ANN + "}}",
        update.replace("ID", "\"x\"") + ROOM + "," + ANN + "}}",
        update.replace("ID", "99999999999999999999") + ROOM + "," + ANN + "}}",
        update.replace("\"update_id\":ID,", "") + ROOM + "," + ANN + "}}",
        "null",
        "[]",
        "\"text\"",
        "17");
  }

  @ParameterizedTest
  @MethodSource("oddUpdates")
  void putsAnOddUpdateAsideAndTakesTheRest(String odd) throws Exception {
    ann.sends("before");
    telegram.pushesRaw(odd.replace("ID", Integer.toString(telegram.nextUpdateId())));
    ann.sends("after");

    chat.start(sink, List.of());

    sink.awaitWords("before");
    sink.awaitWords("after");
    ann.sends("later");
    sink.awaitWords("later");
    telegram.awaitConfirmed();
    assertThat(sink.rejected).isNotEmpty();
    assertThat(sink.rejected.stream().map(RejectedUpdate::raw).distinct()).hasSize(1);
    assertThat(telegram.calls("getUpdates").size()).isLessThan(20);
    assertThat(chat.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3000000000", "2147483647", "9007199254740993", "1001", "2"})
  void takesAnUpdateWhoseIdDoesNotFitAndAllThatFollow(String id) throws Exception {
    ann.sends("before");
    telegram.pushesRaw(
        "{\"update_id\":%s,\"message\":{\"message_id\":77,\"date\":1,\"text\":\"odd\",%s,%s}}"
            .formatted(id, ROOM, ANN));

    chat.start(sink, List.of());

    sink.awaitWords("before");
    sink.awaitWords("odd");
    ann.sends("after");
    sink.awaitWords("after");
    telegram.awaitConfirmed();
    assertThat(telegram.calls("getUpdates").size()).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"gift\":{\"gift\":{\"id\":\"g\",\"star_count\":5,\"sticker\":{}}}",
        "\"suggested_post_info\":{\"state\":\"pending\",\"price\":{\"currency\":\"TON\",\"amount\":5000000000}}",
        "\"suggested_post_paid\":{\"currency\":\"TON\",\"amount\":5000000000}",
        "\"forward_origin\":{\"type\":\"user\",\"date\":\"yesterday\"}",
        "\"chat_background_set\":{\"type\":{\"type\":\"hologram\"}}",
        "\"entities\":[{\"type\":null,\"offset\":1e30}]",
        "\"date\":99999999999"
      })
  void losesNoCommandOrPressForAPartThatNobodyNeeds(String part) throws Exception {
    String replied =
        "{\"message_id\":3,\"date\":1,%s,%s,%s,\"photo\":[{\"file_id\":\"p\",\"file_unique_id\":\"u\",\"width\":9,\"height\":9}]}"
            .formatted(ROOM, ANN, part)
            .replace("\"date\":1," + ROOM, part.startsWith("\"date") ? ROOM : "\"date\":1," + ROOM);
    String command =
        "{\"message\":{\"message_id\":4,\"date\":1,%s,%s,\"text\":\"/talk Hello\",\"reply_to_message\":%s}}"
            .formatted(ROOM, ANN, replied);
    String press =
        "{\"callback_query\":{\"id\":\"44\",%s,\"data\":\"v1:again:AAAAAA\",\"message\":{\"message_id\":5,\"date\":1,%s,\"reply_to_message\":%s}}}"
            .formatted(ANN, ROOM, replied);
    telegram.pushes(command);
    telegram.pushes(press);

    chat.start(sink, List.of());

    var call = (ChatUpdate.CommandCall) sink.next();
    assertThat(call.words()).isEqualTo("Hello");
    assertThat(call.replied().orElseThrow().attachments())
        .extracting(Attachment::file)
        .containsExactly("p");
    assertThat(sink.next()).isInstanceOf(ChatUpdate.ButtonPress.class);
    telegram.awaitConfirmed();
    assertThat(sink.rejected).isEmpty();
  }

  @Test
  void translatesEveryKindOfUpdateWithoutPuttingAnyAside() throws Exception {
    UpdateMutator.corpus().forEach(update -> telegram.pushes(update.toString()));
    ann.sends("the end");

    chat.start(sink, List.of());

    sink.awaitWords("the end");
    telegram.awaitConfirmed();
    assertThat(sink.rejected).isEmpty();
  }

  static Stream<TelegramReply> oddAnswers() {
    return Stream.of(
            "",
            " ".repeat(1000),
            "<html><body>Captive portal</body></html>",
            "<".repeat(40 << 20),
            "null",
            "[]",
            "{}",
            "{\"ok\":true}",
            "{\"ok\":true,\"result\":{}}",
            "{\"ok\":true,\"result\":\"updates\"}",
            "{\"ok\":true,\"result\":null}",
            "{\"ok\":true,\"result\":[" + " ".repeat(40 << 20) + "]}",
            "{\"ok\":true,\"x\":\"" + "x".repeat(40 << 20) + "\",\"result\":[]}",
            "{\"ok\":true,\"result\":[",
            "{\"ok\":true,\"result\":[{\"update_id\":1001,",
            "{\"ok\":true,\"result\":[]",
            "{\"ok\":false}",
            "{\"ok\":false,\"error_code\":\"?\",\"description\":null}",
            "{\"ok\":false,\"error_code\":500,\"description\":\"Internal\"}",
            "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}",
            "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":-5}}",
            "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":\"soon\"}}",
            "{\"ok\":true,\"result\":[]}")
        .map(body -> new TelegramReply.Answer(200, "application/json", body));
  }

  @ParameterizedTest
  @MethodSource("oddAnswers")
  void goesOnAfterAnOddAnswer(TelegramReply odd) throws Exception {
    telegram.next("getUpdates", odd, odd);
    ann.sends("hello");

    chat.start(sink, List.of());

    sink.awaitWords("hello");
    telegram.awaitConfirmed();
    assertThat(telegram.calls("getUpdates").size()).isLessThan(10);
    assertThat(chat.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"update_id\":-3}",
        "{\"update_id\":1001}",
        "{\"update_id\":null}",
        "{\"update_id\":99999999999},{\"update_id\":5},{\"update_id\":77777777}"
      })
  void pausesWhenTheSameAnswerComesAtOnceAgainAndAgain(String updates) throws Exception {
    var same =
        new TelegramReply.Answer(
            200, "application/json", "{\"ok\":true,\"result\":[" + updates + "]}");
    telegram.next(
        "getUpdates", Stream.generate(() -> same).limit(30).toArray(TelegramReply[]::new));

    chat.start(sink, List.of());
    telegram.awaitCalls("getUpdates", 9);

    var polls = telegram.calls("getUpdates");
    long pause = (polls.get(8).nanos() - polls.getFirst().nanos()) / 8;
    assertThat(pause).isGreaterThan(9_000_000);
  }

  @Test
  void putsAsideWhatTheInboxWillNeverTake() throws Exception {
    sink = refusing("odd", new NotRecorded(Why.REFUSED, new IllegalArgumentException()), 1000);
    ann.sends("before");
    ann.sends("odd");
    ann.sends("after");

    chat.start(sink, List.of());

    sink.awaitWords("after");
    telegram.awaitConfirmed();
    assertThat(sink.rejected)
        .singleElement()
        .extracting(RejectedUpdate::raw)
        .asString()
        .contains("odd");
  }

  @Test
  void keepsAndRepeatsWhatTheInboxCannotTakeNow() throws Exception {
    sink = refusing("held", new NotRecorded(Why.UNAVAILABLE, new IllegalStateException()), 12);
    ann.sends("held");
    ann.sends("after");

    chat.start(sink, List.of());

    assertThat(PutAside.words(sink.next())).isEqualTo("held");
    assertThat(PutAside.words(sink.next())).isEqualTo("after");
    telegram.awaitConfirmed();
    assertThat(sink.rejected).isEmpty();
  }

  @Test
  void triesSomeTimesBeforeItTakesAnUpdateForTheReasonOfAFailure() throws Exception {
    var tries = new AtomicInteger();
    sink =
        new PutAside(update -> {
          if (PutAside.words(update).equals("odd")) {
            tries.incrementAndGet();
            throw new IllegalStateException("nobody knows");
          }
        });
    ann.sends("odd");
    ann.sends("after");

    chat.start(sink, List.of());

    sink.awaitWords("after");
    telegram.awaitConfirmed();
    assertThat(tries).hasValue(5);
    assertThat(sink.rejected).hasSize(1);
  }

  @Test
  void saysToEverybodyOfABatchThatThereIsNoRoomAndRecordsThemInOrderLater() throws Exception {
    // the two chats are tried side by side, then the first update by itself
    sink = refusing("", new NotRecorded(Why.NO_ROOM, new IllegalStateException()), 3);
    ann.sends("one");
    telegram.person(8).sends("two");
    ann.sends("three");

    chat.start(sink, List.of());

    List<String> recorded = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      recorded.add(PutAside.words(sink.next()));
    }
    assertThat(recorded).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(recorded).containsSubsequence("one", "three");
    assertThat(sink.withoutRoom.stream().limit(3).map(PutAside::words))
        .containsExactly("one", "two", "three");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void takesOutOfTextsWhatNoStoreTakes() throws Exception {
    telegram.pushesRaw(
        "{\"update_id\":1001,\"message\":{\"message_id\":1,\"date\":1,%s,%s,\"text\":\"%s\"}}"
            .formatted(ROOM, ANN, "a\\u0000b\\u0007\\ud83dc\\nd\\te \\ud83d\\ude00"));

    chat.start(sink, List.of());

    assertThat(PutAside.words(sink.next())).isEqualTo("ab\ufffdc\nd\te \ud83d\ude00");
  }

  @Test
  void tellsNobodyOfTheFullDiskWhoseUpdateIsOnIt() throws Exception {
    sink = refusing("one", new NotRecorded(Why.NO_ROOM, new IllegalStateException()), 2);
    ann.sends("one");
    telegram.person(8).sends("two");

    chat.start(sink, List.of());

    sink.awaitWords("one");
    telegram.awaitConfirmed();
    assertThat(sink.withoutRoom.stream().map(PutAside::words)).containsExactly("one");
  }

  /// @param words empty for any
  private static PutAside refusing(String words, RuntimeException failure, int times) {
    var left = new AtomicInteger(times);
    return new PutAside(update -> {
      if ((words.isEmpty() || PutAside.words(update).equals(words)) && left.getAndDecrement() > 0) {
        throw failure;
      }
    });
  }
}
