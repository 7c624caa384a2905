package app.photoplay.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.photoplay.budget.price.Price;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final Money CENT = new Money(10_000);

  @Test
  void chargesByTheUnitThatThePriceIsFor() {
    PriceBook book =
        new PriceBook(
            Map.of(
                "a.second", Price.of(CENT, Unit.SECOND),
                "a.call", Price.of(CENT, Unit.CALL),
                "a.image", Price.of(CENT, Unit.IMAGE),
                "a.character", Price.of(CENT, Unit.CHARACTER),
                "a.tokens", Price.of(CENT, Unit.THOUSAND_TOKENS)));

    assertThat(book.price("a", "second", 1500)).isEqualTo(new Money(15_000));
    assertThat(book.price("a", "call", Quantity.calls(1))).isEqualTo(CENT);
    assertThat(book.price("a", "image", Quantity.images(3))).isEqualTo(new Money(30_000));
    assertThat(book.price("a", "character", Quantity.characters(7))).isEqualTo(new Money(70_000));
    assertThat(book.price("a", "tokens", Quantity.tokens(250))).isEqualTo(new Money(2_500));
  }

  @Test
  void roundsUpToTheNextMicroDollar() {
    PriceBook book = new PriceBook(Map.of("a.b", Price.of(new Money(1), Unit.SECOND)));

    assertThat(book.price("a", "b", 1)).isEqualTo(new Money(1));
  }

  @Test
  void sellsNothingWhosePriceOrSizeIsNotKnown() {
    PriceBook book = new PriceBook(Map.of("a.b", Price.of(CENT, Unit.SECOND)));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> book.price("a", "c", 1000))
        .withMessageContaining("a.c");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> book.price("a", "b", Quantity.calls(1)));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> book.price("a", "b", 0));
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Quantity.images(-1));
  }
}
