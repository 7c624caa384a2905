package app.photoplay.chaos;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/// The client of a [ProviderServer]. Repeats nothing by itself.
final class HttpPaidProvider implements PaidProvider {
  private static final Duration LONG = Duration.ofMillis(1200);

  private final Http http;

  HttpPaidProvider(URI server, Duration timeout) {
    this.http = new Http(server, timeout);
  }

  /// Takes long for a few, and nothing for the others.
  @Override
  public void prepare(PaidRequest request) throws InterruptedException {
    Thread.sleep(request.number() % 5 == 0 ? LONG : Duration.ZERO);
  }

  @Override
  public Sent submit(String key, PaidRequest request) throws InterruptedException {
    Http.Reply reply =
        http.ask(
            http.to("/work")
                .header(ProviderServer.KEY, key)
                .header(ProviderServer.IDEMPOTENCY, request.idempotency().name())
                .header(ProviderServer.ORDER, Integer.toString(request.number()))
                .POST(BodyPublishers.noBody()));
    return switch (reply) {
      case Http.Reply.NotSent(var cause) -> new Sent.NotTaken(cause);
      case Http.Reply.Silence(var cause) -> new Sent.Unclear(cause);
      case Http.Reply.Answer(var status, var body) ->
          switch (status) {
            case 200 -> new Sent.Accepted(body);
            case 429 -> new Sent.Busy(Duration.ofSeconds(1));
            case 400 -> new Sent.NotTaken(new IOException("not taken"));
            case 403 -> new Sent.Refused(new Failure(Failure.Code.POLICY), Money.ZERO);
            default -> new Sent.Unclear(new IOException("status " + status));
          };
    };
  }

  @Override
  public Found find(String key) throws InterruptedException {
    return switch (http.ask(http.to("/work?" + key))) {
      case Http.Reply.NotSent(var cause) -> new Found.Unclear(cause);
      case Http.Reply.Silence(var cause) -> new Found.Unclear(cause);
      case Http.Reply.Answer(var status, var body) ->
          status == 200 ? new Found.There(body) : new Found.Absent();
    };
  }

  /// What the provider's staff tells on the telephone.
  Optional<String> staff(String key) throws InterruptedException {
    Http.Reply.Answer answer = answer(http.ask(http.to("/staff?" + key)));
    return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  @Override
  public boolean done(String operation) throws InterruptedException {
    return answer(http.ask(http.to("/work/" + operation))).body().equals("done");
  }

  @Override
  public boolean cancel(String operation) throws InterruptedException {
    return answer(http.ask(http.to("/work/" + operation).DELETE())).status() == 200;
  }

  private static Http.Reply.Answer answer(Http.Reply reply) {
    return switch (reply) {
      case Http.Reply.Answer answer -> answer;
      case Http.Reply.NotSent(var cause) -> throw new UncheckedIOException(cause);
      case Http.Reply.Silence(var cause) -> throw new UncheckedIOException(cause);
    };
  }
}
