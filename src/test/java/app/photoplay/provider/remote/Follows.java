package app.photoplay.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import java.time.Duration;
import java.util.function.Consumer;

/// What may follow from what a provider says, to an order or to a question.
final class Follows {
  private Follows() {}

  static Consumer<Object> is(Class<?> type) {
    return outcome -> assertThat(outcome).isInstanceOf(type);
  }

  static Consumer<Object> refused(Code code) {
    return outcome -> {
      switch (outcome) {
        case Sent.Refused(var failure, _) -> assertThat(failure.code()).isEqualTo(code);
        case Result.Refused<?>(var failure, _) -> assertThat(failure.code()).isEqualTo(code);
        default -> throw new AssertionError("not refused: " + outcome);
      }
    };
  }

  static Consumer<Object> busyFor(Duration pause) {
    return outcome -> {
      switch (outcome) {
        case Sent.Busy(var stated) -> assertThat(stated).isEqualTo(pause);
        case Result.Busy<?>(var stated) -> assertThat(stated).isEqualTo(pause);
        default -> throw new AssertionError("not busy: " + outcome);
      }
    };
  }
}
