package app.photoplay.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalFaultsTest {
  private static Fault fault(int status, String type, String header) {
    String body =
        type.isEmpty()
            ? "{\"detail\":\"Internal Server Error\"}"
            : "{\"detail\":[{\"type\":\"" + type + "\",\"msg\":\"told\"}]}";
    Headers headers = header.isEmpty() ? Headers.of() : Headers.of(header.split("=", -1));
    return FalFaults.ofQuestion(
        new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "422, content_policy_violation, '', Policy",
    "422, image_too_large, '', Large",
    "422, image_too_small, '', Input",
    "422, audio_duration_too_long, '', Input",
    "422, face_detection_error, '', Input",
    "422, string_too_long, '', Input",
    "422, nobody_knows, '', Input",
    "504, generation_timeout, '', Late",
    "504, '', X-Fal-Request-Timeout-Type=user, Late",
    "500, downstream_service_error, '', Broken",
    "502, downstream_service_unavailable, '', Broken",
    "500, '', X-Fal-Retryable=false, Broken",
    "500, '', X-Fal-Retryable=true, Unclear",
    "504, '', '', Unclear",
    "404, '', '', Gone",
    "403, '', '', Key"
  })
  void anErrorOfWorkThatIsDone(int status, String type, String header, String kind) {
    assertThat(fault(status, type, header).getClass().getSimpleName()).isEqualTo(kind);
  }
}
