package app.photoplay.command.draft;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.intake.Order;
import app.photoplay.job.Codec;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.StoredFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whole requests that wait for a tap: a cheaper variant, a slow zoom. Offered for a day, each to
/// be taken once.
public final class Proposals {
  /// Of the buttons.
  public static final String VERB = "take";

  /// Behind it, but for those of old, stands the message that asked for it.
  private static final String PURPOSE = "proposal";

  private static final Duration OFFERED = Duration.ofDays(1);
  private static final Codec<Payload> PAYLOADS = Codec.json(Payload.class);

  private final Drafts drafts;
  private final Kinds kinds;
  private final ButtonSigner buttons;
  private final InstantSource time;

  public Proposals(Drafts drafts, Kinds kinds, ButtonSigner buttons, InstantSource time) {
    this.drafts = drafts;
    this.kinds = kinds;
    this.buttons = buttons;
    this.time = time;
  }

  /// Stores a request.
  ///
  /// @param priced whether people see the price with it
  /// @param wish the message whose words it is about, or of ours whose button it came by
  /// @param inputs files that the request names, already kept
  /// @param completes the code of the draft that is over when the proposal is taken
  /// @return the data of the button that orders it
  public String offer(
      AccountId account,
      MessageRef wish,
      boolean priced,
      JobRequest request,
      List<StoredFile> inputs,
      Optional<String> completes) {
    String encoded = kinds.get(request.kind()).encode(request);
    String payload =
        PAYLOADS.encode(new Payload(request.kind(), encoded, inputs, completes, priced));
    Draft draft =
        drafts.save(account, wish.conversation(), purpose(wish), payload, time.instant(), OFFERED);
    return buttons.sign(new ButtonData(VERB, draft.code(), account.value(), draft.revision()));
  }

  /// What a button that was pressed proposed.
  public Found find(AccountId account, String code, int revision) {
    return switch (drafts.find(account, code, revision, time.instant())) {
      case Drafts.Found.Open(var draft) when draft.purpose().startsWith(PURPOSE) -> offered(draft);
      case Drafts.Found.Open _ -> new Found.Gone(new Drafts.Found.Unknown());
      case Drafts.Found gone -> new Found.Gone(gone);
    };
  }

  private static String purpose(MessageRef wish) {
    return PURPOSE + " " + wish.message();
  }

  /// The message whose words a proposal is about; empty when the draft is none.
  public Optional<MessageRef> wish(AccountId account, String code) {
    return switch (drafts.find(account, code, ButtonData.ANY, time.instant())) {
      case Drafts.Found.Open(var draft) -> wish(draft);
      case Drafts.Found.Changed(var draft) -> wish(draft);
      case Drafts.Found.Ordered(var draft) -> wish(draft);
      case Drafts.Found.Ended _, Drafts.Found.Unknown _ -> Optional.empty();
    };
  }

  private static Optional<MessageRef> wish(Draft draft) {
    return draft.purpose().startsWith(PURPOSE + " ")
        ? Optional.of(
            new MessageRef(draft.conversation(), draft.purpose().substring(PURPOSE.length() + 1)))
        : Optional.empty();
  }

  /// What was proposed about a message and may still be taken or was, oldest first.
  public List<Proposal> about(AccountId account, MessageRef wish) {
    return drafts.all(account, wish.conversation(), purpose(wish), time.instant()).stream()
        .map(draft -> {
          Payload payload = PAYLOADS.decode(draft.payload());
          return new Proposal(
              draft,
              kinds.get(payload.kind()).requests().decode(payload.request()),
              payload.priced());
        })
        .toList();
  }

  /// Proposes another request under the same button.
  public void amend(Proposal proposal, JobRequest request) {
    drafts.amend(proposal.draft(), with(proposal, request));
  }

  /// Takes a proposal back: its button says that something has changed.
  public void withdraw(Proposal proposal) {
    var _ = drafts.change(proposal.draft(), proposal.draft().payload());
  }

  private String with(Proposal proposal, JobRequest request) {
    Payload before = PAYLOADS.decode(proposal.draft().payload());
    return PAYLOADS.encode(
        new Payload(
            request.kind(),
            kinds.get(request.kind()).encode(request),
            before.inputs(),
            before.draft(),
            before.priced()));
  }

  /// A request that waits for a tap.
  ///
  /// @param draft as it is stored
  /// @param priced whether people have seen the price with it
  public record Proposal(Draft draft, JobRequest request, boolean priced) {}

  private Found offered(Draft draft) {
    Payload payload = PAYLOADS.decode(draft.payload());
    return new Found.Offered(
        kinds.get(payload.kind()).requests().decode(payload.request()),
        payload.inputs(),
        new Order.FromDraft(draft.code(), draft.revision(), payload.draft().orElse("")));
  }

  /// What a button proposed.
  public sealed interface Found {
    /// To be ordered just so.
    record Offered(JobRequest request, List<StoredFile> inputs, Order.FromDraft draft)
        implements Found {
      public Offered {
        inputs = List.copyOf(inputs);
      }
    }

    /// Nothing to be ordered.
    record Gone(Drafts.Found why) implements Found {}
  }

  private record Payload(
      String kind,
      String request,
      List<StoredFile> inputs,
      Optional<String> draft,
      boolean priced) {}
}
