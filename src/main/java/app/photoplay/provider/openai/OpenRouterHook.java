package app.photoplay.provider.openai;

import app.photoplay.config.Secret;
import app.photoplay.provider.remote.hook.Hook;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What OpenRouter posts when a shot has ended. It is signed with a secret of the operator's
/// account; where the operator has not told it here, who knows the address is taken for OpenRouter.
final class OpenRouterHook implements Hook {
  /// `JOB-STATUS`, such as `gen-vid-1x2y-completed`.
  private static final String WORK = "X-OpenRouter-Idempotency-Key";

  private final Optional<OpenRouterSignature> signature;

  OpenRouterHook(Optional<Secret> secret, InstantSource time) {
    this.signature = secret.map(it -> new OpenRouterSignature(it, time));
  }

  @Override
  public Call read(UnaryOperator<String> headers, byte[] body) {
    String signed = headers.apply(OpenRouterSignature.HEADER);
    if (signature.isPresent() && !signature.get().isGood(signed, body)) {
      return new Call.Forged();
    }
    String named = headers.apply(WORK);
    String work = named.substring(0, Math.max(0, named.lastIndexOf('-')));
    return Json.NAME.matcher(work).matches()
        ? new Call.Work(work)
        : Hook.work(body, "/id", "/data/id", "/job_id");
  }
}
