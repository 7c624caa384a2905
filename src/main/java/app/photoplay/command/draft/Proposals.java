package app.photoplay.command.draft;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.Conversation;
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
  /// @param inputs files that the request names, already kept
  /// @param completes the code of the draft that is over when the proposal is taken
  /// @return the data of the button that orders it
  public String offer(
      AccountId account,
      Conversation conversation,
      JobRequest request,
      List<StoredFile> inputs,
      Optional<String> completes) {
    String encoded = kinds.get(request.kind()).encode(request);
    String payload = PAYLOADS.encode(new Payload(request.kind(), encoded, inputs, completes));
    Draft draft = drafts.save(account, conversation, PURPOSE, payload, time.instant(), OFFERED);
    return buttons.sign(new ButtonData(VERB, draft.code(), account.value(), draft.revision()));
  }

  /// What a button that was pressed proposed.
  public Found find(AccountId account, String code, int revision) {
    return switch (drafts.find(account, code, revision, time.instant())) {
      case Drafts.Found.Open(var draft) when draft.purpose().equals(PURPOSE) -> offered(draft);
      case Drafts.Found.Open _ -> new Found.Gone(new Drafts.Found.Unknown());
      case Drafts.Found gone -> new Found.Gone(gone);
    };
  }

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
      String kind, String request, List<StoredFile> inputs, Optional<String> draft) {}
}
