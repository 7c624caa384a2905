package app.photoplay.kind;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.JobKind.Unable;
import app.photoplay.job.JobKind.Unable.Why;
import app.photoplay.job.Lane;
import app.photoplay.kind.Misfits.Near;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Works are so many seconds long; each model makes those up to a length.
class MisfitsTest {
  private static final List<Near<Integer>> SHORTER =
      List.of(new Near<>(Why.LENGTH, 9, 9), new Near<>(Why.LENGTH, 5, 5));

  private final Misfits<Integer> misfits =
      new Misfits<>(
          new Router<>(
              List.of(new UpTo("local", 8), new UpTo("fal", 12)), new PriceBook(Map.of())));

  @Test
  void whatCanBeMadeAsItIsWishedNeedsNoReason() {
    assertThat(misfits.of(12, "", SHORTER)).isEmpty();
    assertThat(misfits.of(12, "fal", SHORTER)).isEmpty();
    assertThat(misfits.of(7, "local", SHORTER)).isEmpty();
  }

  @Test
  void whatNobodyMakesIsToldWithTheLikestThatSomebodyDoes() {
    assertThat(misfits.of(13, "", SHORTER)).contains(new Unable("", Why.LENGTH, 9));
    assertThat(misfits.of(13, "fal", SHORTER)).contains(new Unable("", Why.LENGTH, 9));
    assertThat(misfits.of(13, "", List.of())).contains(new Unable("", Why.NOTHING, 0));
  }

  @Test
  void whoWasNamedAloneIsAskedForWhatIsLikeIt() {
    assertThat(misfits.of(9, "local", SHORTER)).contains(new Unable("", Why.LENGTH, 5));
    assertThat(misfits.of(9, "runway", SHORTER)).contains(new Unable("runway", Why.OFF, 0));
  }

  private record UpTo(String provider, int most) implements Model<Integer, String, String> {
    @Override
    public Lane lane() {
      return Lane.LIGHT;
    }

    @Override
    public Optional<Money> price(Integer need, PriceBook prices) {
      return need <= most ? Optional.of(Money.ZERO) : Optional.empty();
    }

    @Override
    public Work<String, String> work() {
      throw new AssertionError("nobody works");
    }
  }
}
