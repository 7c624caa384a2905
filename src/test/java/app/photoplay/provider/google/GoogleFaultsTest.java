package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Google's words mean.
class GoogleFaultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | INVALID_ARGUMENT API key not valid. Please pass a valid API key. | Key",
        "400 | INVALID_ARGUMENT aspectRatio is not supported | Input",
        "400 | INVALID_ARGUMENT The prompt violates the usage guidelines | Policy",
        "400 | FAILED_PRECONDITION User location is not supported for the API use. | Key",
        "400 | INVALID_ARGUMENT Invalid interaction name | Gone",
        "401 | UNAUTHENTICATED | Key",
        "402 | PAYMENT | Credit",
        "403 | PERMISSION_DENIED | Key",
        "403 | PERMISSION_DENIED This API method requires billing to be enabled. | Credit",
        "404 | NOT_FOUND | Gone",
        "408 | TIMEOUT | Unclear",
        "413 | TOO_LARGE | Large",
        "429 | RESOURCE_EXHAUSTED You exceeded your current quota | Busy",
        "429 | RESOURCE_EXHAUSTED Your prepayment credits are depleted. | Credit",
        "499 | CANCELLED | Unclear",
        "500 | INTERNAL | Unclear",
        "503 | UNAVAILABLE The model is overloaded. | Busy",
        "503 | Service Unavailable | Unclear",
        "504 | DEADLINE_EXCEEDED | Unclear"
      })
  void eachAnswerHasItsMeaning(int status, String words, String fault) {
    assertThat(GoogleFaults.fault(status, words, Optional.empty()).getClass().getSimpleName())
        .isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RESOURCE_EXHAUSTED \\nDetails: {\"@type\":\"RetryInfo\",\"retryDelay\":\"12s\"} | PT12S",
        "RESOURCE_EXHAUSTED {\"retryDelay\":\"7.5s\"} | PT7.5S",
        "RESOURCE_EXHAUSTED {\"retryDelay\":\"0s\"} | PT1S",
        "RESOURCE_EXHAUSTED {\"retryDelay\":\"99999s\"} | PT10M",
        "RESOURCE_EXHAUSTED quotaId: GenerateRequestsPerDayPerProject | PT10M",
        "RESOURCE_EXHAUSTED | PT15S"
      })
  void thePauseIsWhatGoogleAsksFor(String words, Duration pause) {
    assertThat(GoogleFaults.fault(429, words, Optional.empty()))
        .isEqualTo(new Fault.Busy("429 " + words, pause));
  }

  @Test
  void thePauseInTheHeadGoesFirst() {
    Fault fault =
        GoogleFaults.fault(429, "{\"retryDelay\":\"12s\"}", Optional.of(Duration.ofSeconds(3)));

    assertThat(((Fault.Busy) fault).pause()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void supportCodesAreExplained() {
    assertThat(GoogleFaults.explained("Support codes: 29310472, 58061214, 15236754, 11111111"))
        .isEqualTo("(celebrity, child) Support codes: 29310472, 58061214, 15236754, 11111111");
  }
}
