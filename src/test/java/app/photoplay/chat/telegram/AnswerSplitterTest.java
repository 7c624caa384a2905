package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.chat.telegram.AnswerSplitter.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswerSplitterTest {

  @Test
  void splitsAtCommasOutsideOfTextsAndBrackets() throws IOException {
    Answer answer =
        split(
            """
            { "ok" : true , "result" : [ {"a":"],}\\"[{\\\\"} , [1, [2]], "x,y" , null ,,
            {"result":[1]} ], "more":[1,2] } trailing
            """);

    assertThat(answer.updates())
        .extracting(RawUpdate::text)
        .containsExactly(
            "{\"a\":\"],}\\\"[{\\\\\"} ", "[1, [2]]", "\"x,y\" ", "null ", "{\"result\":[1]} ");
    assertThat(answer.updates()).allMatch(RawUpdate::whole);
    assertThat(answer.torn()).isEmpty();
    assertThat(answer.envelope()).isEqualTo("{\"ok\":true,\"result\":[],\"more\":[1,2]}");
  }

  @Test
  void bringsWhatWasWholeBeforeItEnded() throws IOException {
    Answer answer = split("{\"ok\":true,\"result\":[{\"update_id\":1},{\"update_id\":2,\"mess");

    assertThat(answer.updates()).extracting(RawUpdate::text).containsExactly("{\"update_id\":1}");
    assertThat(answer.torn()).map(RawUpdate::text).hasValue("{\"update_id\":2,\"mess");
  }

  @Test
  void stopsReadingAtAnUpdateThatIsTooLong() throws IOException {
    var read = new AtomicLong();
    String beginning = "{\"ok\":true,\"result\":[{\"update_id\":1},{\"update_id\":2,\"text\":\"";

    Answer answer = AnswerSplitter.read(endless(beginning, 'x', read));

    assertThat(answer.updates()).extracting(RawUpdate::whole).containsExactly(true, false);
    assertThat(read.get()).isLessThan(AnswerSplitter.LONGEST_UPDATE + 100_000);
  }

  @Test
  void stopsReadingWhateverHasNoEnd() throws IOException {
    for (String beginning : new String[] {"", "{", "{\"ok\":true,\"result\":", "{\"result\":["}) {
      for (char filling : new char[] {' ', 'x', ',', '[', '{', '"', '1'}) {
        var read = new AtomicLong();

        Answer answer = AnswerSplitter.read(endless(beginning, filling, read));

        assertThat(answer.updates().size()).isLessThanOrEqualTo(1);
        assertThat(read.get()).isLessThan(AnswerSplitter.LONGEST_BATCH + 100_000);
      }
    }
  }

  @Test
  void findsNoUpdatesInWhatIsNoAnswer() throws IOException {
    for (String text :
        new String[] {
          "", "null", "[]", "<html>", "{}", "{\"result\":{}}", "{\"x\":[1]}", "]", "\0"
        }) {
      assertThat(split(text).listed()).as(text).isFalse();
      assertThat(split(text).updates()).as(text).isEmpty();
    }
  }

  @Test
  void saysThatTheConnectionEndedWhenNothingCameBefore() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("cut");
          }

          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> AnswerSplitter.read(broken)).hasMessage("cut");
  }

  private static Answer split(String text) throws IOException {
    return AnswerSplitter.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static InputStream endless(String beginning, char filling, AtomicLong read) {
    return new InputStream() {
      @Override
      public int read() {
        long at = read.getAndIncrement();
        return at < beginning.length() ? beginning.charAt((int) at) : filling;
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        for (int i = 0; i < length; i++) {
          buffer[from + i] = (byte) read();
        }
        return length;
      }
    };
  }
}
