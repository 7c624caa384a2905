package app.photoplay.provider.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.media.Shape;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.testkit.HookDoor;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MiniMax says that work is done, at the address that came with the order.
class MiniMaxCallsTest {
  @TempDir Path home;

  @Test
  void isToldWhereToCallAsksForProofAndCalls() throws Exception {
    try (MiniMaxBench bench = bench(HookDoor.CALLBACKS);
        HookDoor door =
            new HookDoor("minimax", bench.miniMax().hook().orElseThrow(), bench.time())) {
      String address = address(bench);

      assertThat(address).startsWith("https://bot.example.org/hooks/minimax/");
      assertThat(door.post(address, "{\"challenge\":\"abc\"}").body())
          .isEqualTo("{\"challenge\":\"abc\"}");
      door.post(address, "{\"task_id\":\"106916112212032\",\"status\":\"success\"}");
      assertThat(door.told()).containsExactly("minimax one 106916112212032");
    }
  }

  @Test
  void isNotToldWhereNobodyCouldReachUs() throws Exception {
    try (MiniMaxBench bench = bench(Callbacks.NONE)) {
      assertThat(address(bench)).isEmpty();
    }
  }

  private MiniMaxBench bench(Callbacks callbacks) throws Exception {
    return new MiniMaxBench(home, MiniMaxBench.KEY, callbacks);
  }

  private String address(MiniMaxBench bench) throws Exception {
    Optional<Path> photo = Optional.of(MiniMaxBench.photo(home));
    bench
        .work("minimax-hailuo23-fast-10s")
        .order(
            MiniMaxBench.shot(photo, Optional.empty(), Shape.WIDE, CameraMove.PUSH_IN),
            Uploads.NONE,
            new Money(1))
        .send("one");
    return bench.api().calls(Step.ORDER).getLast().json().path("callback_url").asText("");
  }
}
