package app.photoplay.operator;

import app.photoplay.provider.catalogue.Lengths;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.health.Drift;
import app.photoplay.provider.remote.Provider;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Who makes what, for how much, and whether their keys work, as a table for a shell.
public final class ProviderTable {
  private static final String ROW = "%-27s %-7s %-17s %-8s %-22s %-30s %s%n";

  private final List<ModelCard> cards;
  private final List<Provider> switchedOn;
  private final Supplier<List<Drift>> drifts;

  /// @param cards all models, also of providers without a key
  /// @param switchedOn those that there is a key for
  /// @param drifts models that charge otherwise than their prices say, looked up when asked
  public ProviderTable(
      List<ModelCard> cards, List<Provider> switchedOn, Supplier<List<Drift>> drifts) {
    this.drifts = drifts;
    this.cards = List.copyOf(cards);
    this.switchedOn = List.copyOf(switchedOn);
  }

  /// Asks each provider that has a key, and prints everything.
  ///
  /// @return whether all keys work
  public boolean print(PrintStream out) throws InterruptedException {
    out.printf(ROW, "model", "makes", "quality", "seconds", "shapes", "can", "price, as of");
    out.printf(
        ROW, "local", "all", "all", "1-120", "all", "words, first-frame", "free, on this machine");
    for (ModelCard card : cards) {
      out.printf(
          ROW,
          card.name(),
          label(card.makes().name()),
          card.qualities().size() == 3 ? "all" : joined(card.qualities()),
          seconds(card.lengths()),
          card.shapes().isEmpty()
              ? "as the photo"
              : card.shapes().stream().map(it -> it.label()).collect(Collectors.joining(" ")),
          joined(card.abilities()),
          price(card));
    }
    boolean good = keys(out);
    drifts
        .get()
        .forEach(
            it -> out.printf("!!  %s; set the price below models in config.yaml%n", it.sentence()));
    return good;
  }

  private boolean keys(PrintStream out) throws InterruptedException {
    boolean good = true;
    Map<String, Provider> on =
        switchedOn.stream().collect(Collectors.toMap(Provider::name, it -> it));
    out.println();
    for (String name : cards.stream().map(ModelCard::provider).distinct().toList()) {
      Provider provider = on.get(name);
      if (provider == null) {
        out.printf("--  %-12s off: no key is set%n", name);
      } else {
        for (Provider.Look look : provider.look()) {
          good &= look.good();
          String account = look.account().isEmpty() ? name : name + "/" + look.account();
          out.printf("%-3s %-12s %s%n", look.good() ? "ok" : "!!", account, look.said());
        }
      }
    }
    return good;
  }

  private static String seconds(Lengths lengths) {
    List<Integer> all = lengths.seconds();
    boolean range = all.size() == all.getLast() - all.getFirst() + 1;
    return range && all.size() > 1
        ? all.getFirst() + "-" + all.getLast()
        : all.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String price(ModelCard card) {
    return "%s USD per %s, %s"
        .formatted(
            plain(card.price().amount().microUsd()),
            label(card.price().per().name()),
            card.price().asOf().map(LocalDate::toString).orElse("nobody knows since when"));
  }

  private static String plain(long microUsd) {
    return BigDecimal.valueOf(microUsd, 6).stripTrailingZeros().toPlainString();
  }

  private static String joined(Collection<? extends Enum<?>> values) {
    return values.stream().sorted().map(it -> label(it.name())).collect(Collectors.joining(" "));
  }

  private static String label(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
