package app.photoplay.provider.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.remote.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "400, Input",
    "401, Key",
    "402, Credit",
    "403, Key",
    "404, Gone",
    "405, Input",
    "408, Unclear",
    "409, Input",
    "410, Gone",
    "413, Large",
    "422, Input",
    "425, Unclear",
    "429, Busy",
    "451, Policy",
    "500, Unclear",
    "502, Unclear",
    "503, Unclear",
    "504, Unclear",
    "529, Unclear",
    "204, Unclear",
    "302, Unclear",
  })
  void eachStatusMeansAFault(int status, String fault) {
    Fault found = reply(status).fault("no", NOON);

    assertThat(found.getClass().getSimpleName()).isEqualTo(fault);
    assertThat(found.detail()).isEqualTo("HTTP " + status + " no");
  }

  @Test
  void aServerThatFailsIsUnclearToAnOrderAndBrokenToAQuestion() {
    Fault fault = reply(503).fault("no", NOON);

    assertThat(fault.sent()).isInstanceOf(Sent.Unclear.class);
    assertThat(fault.<String>result()).isInstanceOf(Result.Broken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | Retry-After    | 7                              | 7000",
        "429 | Retry-After    | 1.5                            | 1500",
        "429 | Retry-After    | 0                              | 1000",
        "429 | Retry-After    | 999999                         | 600000",
        "429 | Retry-After    | Mon, 15 Jun 2026 12:01:30 GMT  | 90000",
        "429 | Retry-After    | Mon, 15 Jun 2026 11:00:00 GMT  | 1000",
        "429 | Retry-After    | soon                           | 15000",
        "429 | Retry-After    | 1.2.3                          | 15000",
        "429 | retry-after-ms | 2500                           | 2500",
        "429 | retry-after-ms | NaN                            | 15000",
        "429 | X-Nothing      | 1                              | 15000",
        "503 | Retry-After    | 20                             | 20000",
      })
  void aPauseIsReadInWhateverWayItIsStated(int status, String header, String value, long millis) {
    Reply reply = new Reply(status, Headers.of(header, value), new byte[0]);

    assertThat(reply.fault("no", NOON))
        .isEqualTo(new Fault.Busy("HTTP " + status + " no", Duration.ofMillis(millis)));
  }

  @Test
  void millisecondsGoBeforeSecondsUnlessTheyAreNone() {
    Headers both = Headers.of("retry-after-ms", "300000", "Retry-After", "7");
    Headers broken = Headers.of("retry-after-ms", "soon", "Retry-After", "7");

    assertThat(new Reply(429, both, new byte[0]).pause(NOON)).hasValue(Duration.ofMinutes(5));
    assertThat(new Reply(429, broken, new byte[0]).pause(NOON)).hasValue(Duration.ofSeconds(7));
  }

  @Test
  void whatIsNoJsonIsAMissingNodeAndNoObject() {
    Reply page = new Reply(200, Headers.of(), "<html>".getBytes(StandardCharsets.UTF_8));
    Reply nothing = new Reply(200, Headers.of(), new byte[0]);
    Reply list = new Reply(200, Headers.of(), "[1]".getBytes(StandardCharsets.UTF_8));

    assertThat(page.json().isMissingNode()).isTrue();
    assertThat(nothing.json().isMissingNode()).isTrue();
    for (Reply reply : new Reply[] {page, nothing, list}) {
      assertThatThrownBy(reply::object).isInstanceOf(IOException.class);
    }
  }

  private static Reply reply(int status) {
    return new Reply(status, Headers.of(), new byte[0]);
  }
}
