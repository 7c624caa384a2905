package app.photoplay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the servers' errors mean.
class OpenAiFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":{"message":"no","type":"invalid_request_error","code":"context_length_exceeded"}} | Large
          400 | {"error":{"message":"no","code":"content_policy_violation"}}                 | Policy
          400 | {"error":{"message":"no","code":"moderation_blocked"}}                       | Policy
          400 | {"error":{"message":"no","type":"invalid_request_error","code":null}}        | Input
          400 | {"error":"model is required"}                                                | Input
          401 | {"error":{"message":"no","code":"invalid_api_key"}}                          | Key
          403 | {"error":{"message":"Key limit exceeded (total limit)","code":403}}          | Credit
          403 | {"error":{"message":"blocked by a guardrail","code":403}}                    | Policy
          403 | {"error":{"message":"no","code":403,"metadata":{"flagged_input":"x"}}}       | Policy
          403 | {"error":{"message":"no","code":403,"metadata":{"error_type":"permission_denied"}}} | Key
          403 | {"error":{"message":"no","code":403}}                                        | Key
          402 | {"error":{"message":"no","code":402}}                                        | Credit
          408 | {"error":{"message":"no","code":408}}                                        | Unclear
          413 | {"error":{"message":"no","code":413}}                                        | Large
          422 | {"error":{"message":"no","metadata":{"error_type":"invalid_image"}}}         | Input
          429 | {"error":{"message":"no","type":"insufficient_quota","code":"insufficient_quota"}} | Credit
          429 | {"error":{"message":"no","code":"billing_hard_limit_reached"}}               | Credit
          429 | {"error":{"message":"no","code":"rate_limit_exceeded"}}                      | Busy
          500 | {"error":{"message":"no","code":500}}                                        | Unclear
          502 | {"error":{"message":"no","code":502}}                                        | Unclear
          503 | {"error":{"message":"no","metadata":{"error_type":"provider_overloaded"}}}   | Busy
          503 | {"error":{"message":"no","code":503}}                                        | Unclear
          404 | {"error":{"message":"no","code":"model_not_found"}}                          | Broken
          """)
  void anOrdersError(int status, String body, String fault) {
    Fault told = OpenAiFaults.ofOrder(reply(status, Headers.of(), body), now());

    assertThat(told.getClass().getSimpleName()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":{"code":400,"message":"no"}} | Input
          {"error":{"code":401,"message":"no"}} | Key
          {"error":{"code":402,"message":"no"}} | Credit
          {"error":{"code":403,"message":"flagged"}} | Policy
          {"error":{"code":408,"message":"no"}} | Late
          {"error":{"code":413,"message":"no"}} | Large
          {"error":{"code":429,"message":"no"}} | Busy
          {"error":{"code":503,"message":"no"}} | Busy
          {"error":{"code":502,"message":"no"}} | Broken
          {"error":{"message":"no","metadata":{"error_type":"refusal"}}} | Policy
          {"error":"it fell over"} | Broken
          """)
  void anErrorWithinASuccess(String body, String fault) throws Exception {
    Fault told = OpenAiFaults.inside(new ObjectMapper().readTree(body), Money.ZERO).orElseThrow();

    assertThat(told.getClass().getSimpleName()).isEqualTo(fault);
  }

  @Test
  void creditThatIsInUseIsWaitedFor() {
    Fault told =
        OpenAiFaults.ofOrder(
            reply(402, Headers.of("Retry-After", "20"), "{\"error\":{\"code\":402}}"), now());

    assertThat(told).isInstanceOf(Fault.Busy.class);
    assertThat(((Fault.Busy) told).pause()).isEqualTo(Duration.ofSeconds(20));
  }

  private static Instant now() {
    return SettableTime.noon().instant();
  }

  private static Reply reply(int status, Headers headers, String body) {
    return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
