package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.job.Codec;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.StoredFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whole requests that wait for a tap: a cheaper variant, a slow zoom. Offered for a day.
public final class Proposals {
  private static final String PURPOSE = "proposal";
  private static final Duration OFFERED = Duration.ofDays(1);
  private static final Codec<Payload> PAYLOADS = Codec.json(Payload.class);

  private final Drafts drafts;
  private final Kinds kinds;
  private final InstantSource time;

  public Proposals(Drafts drafts, Kinds kinds, InstantSource time) {
    this.drafts = drafts;
    this.kinds = kinds;
    this.time = time;
  }

  /// Stores a request and gives it a code for [#button].
  ///
  /// @param inputs files that the request names, already kept
  /// @param draft the draft that is completed when the proposal is taken
  public String save(
      AccountId account,
      Conversation conversation,
      JobRequest request,
      List<StoredFile> inputs,
      Optional<String> draft) {
    String encoded = kinds.get(request.kind()).encode(request);
    String payload = PAYLOADS.encode(new Payload(request.kind(), encoded, inputs, draft));
    return drafts.save(new Drafts.Draft(account, conversation, PURPOSE, payload), time.instant());
  }

  /// The data of the button that orders the request.
  public static String button(String code) {
    return "v1:" + AcceptProposal.NAME + ":" + code;
  }

  /// The account's own proposal of that code, while it is offered.
  Optional<CommandResult.Order> find(AccountId account, String code) {
    return drafts
        .find(account, code, time.instant().minus(OFFERED))
        .filter(draft -> draft.purpose().equals(PURPOSE))
        .map(draft -> PAYLOADS.decode(draft.payload()))
        .map(payload ->
            new CommandResult.Order(
                kinds.get(payload.kind()).requests().decode(payload.request()),
                payload.inputs(),
                false,
                payload.draft()));
  }

  private record Payload(
      String kind, String request, List<StoredFile> inputs, Optional<String> draft) {}
}
