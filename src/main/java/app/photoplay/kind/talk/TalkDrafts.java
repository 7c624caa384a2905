package app.photoplay.kind.talk;

import app.photoplay.command.Drafts;
import app.photoplay.command.Invocation;
import app.photoplay.job.Codec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What waits for a person's words or taps, for a day: photos without words, and finished videos
/// that shall be made in another way.
final class TalkDrafts {
  private static final String PHOTO = "talk-photo";
  private static final String CHANGE = "talk-change";
  private static final Duration DRAFTED = Duration.ofDays(1);
  private static final Codec<TalkDraft> PHOTOS = Codec.json(TalkDraft.class);
  private static final Codec<TalkRequest> REQUESTS = Codec.json(TalkRequest.class);

  private final Drafts drafts;
  private final InstantSource time;

  TalkDrafts(Drafts drafts, InstantSource time) {
    this.drafts = drafts;
    this.time = time;
  }

  /// What a code stands for.
  sealed interface Waiting {
    record Photo(TalkDraft draft) implements Waiting {}

    record Change(TalkRequest request) implements Waiting {}
  }

  /// A photo that waits, and its code.
  record Saved(String code, TalkDraft draft) {}

  /// The newest photo that waits for words in this conversation.
  Optional<Saved> latest(Invocation call) {
    return drafts
        .latest(call.account(), call.message().conversation(), PHOTO, time.instant().minus(DRAFTED))
        .map(saved -> new Saved(saved.code(), PHOTOS.decode(saved.draft().payload())));
  }

  /// The person's own draft of that code.
  Optional<Waiting> find(Invocation call, String code) {
    return drafts
        .find(call.account(), code, time.instant().minus(DRAFTED))
        .flatMap(draft ->
            switch (draft.purpose()) {
              case PHOTO -> Optional.of(new Waiting.Photo(PHOTOS.decode(draft.payload())));
              case CHANGE -> Optional.of(new Waiting.Change(REQUESTS.decode(draft.payload())));
              default -> Optional.empty();
            });
  }

  /// Saves a photo, anew or under the code that it has.
  ///
  /// @return the code
  String save(Invocation call, TalkDraft draft, Optional<String> saved) {
    if (saved.isPresent()) {
      change(saved.get(), new Waiting.Photo(draft));
      return saved.get();
    }
    return save(call, new Waiting.Photo(draft));
  }

  String save(Invocation call, Waiting waiting) {
    String purpose =
        switch (waiting) {
          case Waiting.Photo _ -> PHOTO;
          case Waiting.Change _ -> CHANGE;
        };
    return drafts.save(
        new Drafts.Draft(call.account(), call.message().conversation(), purpose, payload(waiting)),
        time.instant());
  }

  void change(String code, Waiting waiting) {
    drafts.change(code, payload(waiting));
  }

  void drop(String code) {
    drafts.drop(code);
  }

  /// A request as its kind stored it.
  static TalkRequest request(String stored) {
    return REQUESTS.decode(stored);
  }

  private static String payload(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Photo(var draft) -> PHOTOS.encode(draft);
      case Waiting.Change(var request) -> REQUESTS.encode(request);
    };
  }
}
