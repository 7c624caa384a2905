package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Model;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.file.Workshop;
import com.google.genai.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One model of Google's, paid for by one account.
abstract class GoogleModel<N, P, T> implements Model<N, P, T>, Work.Paid<P, T> {
  /// The longest that an order may take: a picture is made within it.
  static final Duration LONGEST_ORDER = Duration.ofMinutes(3);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  final Desk desk;
  final ModelCard card;
  private final PriceBook prices;

  GoogleModel(Desk desk, ModelCard card) {
    this.desk = desk;
    this.card = card;
    this.prices = new PriceBook(Map.of(card.provider() + "." + card.name(), card.price()));
  }

  /// What all models of an account share.
  ///
  /// @param leftovers what is to be removed at Google later
  record Desk(
      Remote remote,
      GoogleSettings settings,
      Clients clients,
      CloudAccess cloud,
      Leftovers leftovers,
      Workshop workshop) {}

  @Override
  public String provider() {
    return card.provider();
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public String account() {
    return desk.remote().account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), desk.remote().account().simultaneous());
  }

  @Override
  public Work<P, T> work() {
    return this;
  }

  @Override
  public PaidCall order(P prompt, Uploads uploads, Money estimate) {
    desk.leftovers().sweep();
    try {
      Remote.Order order = prepared(prompt);
      return desk.remote().call(estimate, LONGEST_ORDER, key -> sent(order, key));
    } catch (Fault.Thrown e) {
      return unsent(estimate, e);
    } catch (IOException e) {
      return unsent(estimate, new Remote.NotSent(e));
    }
  }

  private static String sent(Remote.Order order, String key)
      throws IOException, InterruptedException {
    try {
      return order.send(key);
    } catch (Fault.Thrown e) {
      // nothing was ordered yet, so it is the model that is not there
      throw e.fault() instanceof Fault.Gone gone ? new Fault.Broken(gone.detail()).thrown() : e;
    }
  }

  private PaidCall unsent(Money estimate, IOException why) {
    return desk.remote()
        .call(
            estimate,
            LONGEST_ORDER,
            _ -> {
              throw why;
            });
  }

  @Override
  public Result<T> poll(String operation, Supplier<Optional<P>> prompt)
      throws InterruptedException {
    desk.leftovers().sweep();
    return desk.remote().result(() -> asked(Operation.parse(operation), prompt));
  }

  /// Reads the prompt's files and makes the order ready.
  ///
  /// @throws Fault.Thrown when they are of no use
  abstract Remote.Order prepared(P prompt) throws IOException;

  /// Asks once what has become of work.
  abstract Result<T> asked(Operation operation, Supplier<Optional<P>> prompt)
      throws IOException, InterruptedException;

  /// Google's client; everything it is asked goes through [Clients#call].
  final Client client() throws IOException {
    return desk.clients().of(desk.remote().account(), card);
  }

  /// What so much of it costs, as far as Google does not say so itself.
  final Money cost(Quantity quantity) {
    return card.cost(prices, quantity);
  }

  /// Work that Google has taken, as it is written down.
  ///
  /// @param charged what it costs when it is done; zero when nobody knows
  final String taken(String id, Money charged, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("charged", String.valueOf(charged.microUsd()));
    return new Operation(id, desk.remote().now().toEpochMilli(), all).toString();
  }

  static Money charged(Operation operation) {
    return Money.ofMicroUsd(Long.parseLong(operation.more().getOrDefault("charged", "0")));
  }

  /// The same of work whose result came at once.
  final String kept(Answer answer, byte[] result, String ending, Money charged) throws IOException {
    String file = desk.workshop().kept().put(result, ending);
    return taken(answer.id(), charged, Map.of("file", file));
  }

  /// The result of such work.
  final byte[] kept(Operation operation) throws IOException {
    return desk.workshop().kept().bytes(fileOf(operation));
  }

  /// The name that the result is kept under.
  static String fileOf(Operation operation) {
    return operation.more().getOrDefault("file", "");
  }

  final Result<T> running(Operation operation) {
    return new PollPlan(FIRST_PAUSE, LONGEST_PAUSE, card.deadline())
        .running(operation, desk.remote().now());
  }
}
