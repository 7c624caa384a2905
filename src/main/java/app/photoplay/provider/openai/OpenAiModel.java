package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Model;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.file.Workshop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One model, paid for by one account.
abstract class OpenAiModel<N, P, T> implements Model<N, P, T>, Work.Paid<P, T> {
  private static final Duration MARGIN = Duration.ofSeconds(2);

  final OpenAiAccount account;
  final ModelCard card;
  final Workshop workshop;

  OpenAiModel(OpenAiAccount account, ModelCard card, Workshop workshop) {
    this.account = account;
    this.card = card;
    this.workshop = workshop;
  }

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
    return account.remote().account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), account.remote().account().simultaneous());
  }

  @Override
  public Work<P, T> work() {
    return this;
  }

  @Override
  public PaidCall order(P prompt, Uploads uploads, Money estimate) {
    Remote.Order order = prepared(prompt);
    return account.remote().call(estimate, longest().plus(MARGIN), order);
  }

  /// The files are read now; what cannot be ordered is refused without a request.
  private Remote.Order prepared(P prompt) {
    try {
      JsonNode body = body(prompt);
      return key -> sent(body, key);
    } catch (Fault.Thrown e) {
      return _ -> {
        throw e;
      };
    } catch (IOException e) {
      return _ -> {
        throw new Remote.NotSent(e);
      };
    }
  }

  /// The longest that an order takes.
  abstract Duration longest();

  /// An order's body.
  ///
  /// @throws Fault.Thrown when no such thing can be ordered
  abstract JsonNode body(P prompt) throws IOException;

  /// Sends an order.
  ///
  /// @param key see [PaidCall#send]
  /// @return see [Operation]
  abstract String sent(JsonNode body, String key) throws IOException;

  /// Work that was taken, as it is written down.
  final String taken(String id, Map<String, String> more) {
    return new Operation(id, account.remote().now().toEpochMilli(), more).toString();
  }

  /// The same of work whose result came at once.
  ///
  /// @param ending of the result's file, with the dot
  /// @param charged as far as it is known
  final String kept(String id, byte[] result, String ending, Optional<Money> charged)
      throws IOException {
    Map<String, String> more = new HashMap<>();
    more.put("file", workshop.kept().put(result, ending));
    charged.ifPresent(it -> more.put("charged", String.valueOf(it.microUsd())));
    return taken(id, more);
  }
}
