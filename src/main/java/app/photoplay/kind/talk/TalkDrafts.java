package app.photoplay.kind.talk;

import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.job.Codec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What waits for a person's words or taps: for a day photos without words, because the next words
/// are taken for theirs, and for weeks finished videos that shall be made in another way.
final class TalkDrafts {
  private static final String PHOTO = "talk-photo";
  private static final String CHANGE = "talk-change";
  private static final String ALBUM = "talk-album ";
  private static final Duration WAITS_FOR_WORDS = Duration.ofDays(1);
  private static final Codec<TalkDraft> PHOTOS = Codec.json(TalkDraft.class);
  private static final Codec<TalkRequest> REQUESTS = Codec.json(TalkRequest.class);

  private final Drafts drafts;
  private final InstantSource time;

  TalkDrafts(Drafts drafts, InstantSource time) {
    this.drafts = drafts;
    this.time = time;
  }

  /// What waits.
  sealed interface Waiting {
    /// A photo without words.
    ///
    /// @param at as it is stored
    record Photo(Draft at, TalkDraft photo) implements Waiting {}

    /// A finished video that shall be made in another way.
    ///
    /// @param at as it is stored
    record Change(Draft at, TalkRequest request) implements Waiting {}
  }

  /// The newest photo that waits for words in this conversation.
  Optional<Waiting.Photo> latest(Invocation call) {
    return drafts
        .latest(call.account(), call.message().conversation(), PHOTO, time.instant())
        .map(at -> new Waiting.Photo(at, PHOTOS.decode(at.payload())));
  }

  /// What a code on a button stands for.
  ///
  /// @param revision that the button showed
  Drafts.Found find(Invocation call, String code, int revision) {
    return drafts.find(call.account(), code, revision, time.instant());
  }

  /// What a draft says; empty when it is no draft of ours.
  Optional<Waiting> read(Draft draft) {
    return switch (draft.purpose()) {
      case PHOTO -> Optional.of(new Waiting.Photo(draft, PHOTOS.decode(draft.payload())));
      case CHANGE -> Optional.of(new Waiting.Change(draft, REQUESTS.decode(draft.payload())));
      default -> Optional.empty();
    };
  }

  /// Saves a photo, anew or as the next revision of what is saved.
  Draft save(Invocation call, TalkDraft photo, Optional<Draft> saved) {
    String payload = PHOTOS.encode(photo);
    return saved
        .map(before -> changed(before, payload).orElse(before))
        .orElseGet(() -> save(call, PHOTO, payload, WAITS_FOR_WORDS));
  }

  /// Keeps in mind what is said by a photo of an album, for those that come late.
  void remember(Invocation call, String album, TalkRequest request) {
    var _ = save(call, ALBUM + album, REQUESTS.encode(request), WAITS_FOR_WORDS);
  }

  /// What is said by a photo of an album, once it is known.
  Optional<TalkRequest> said(Invocation call) {
    return drafts
        .latest(call.account(), call.message().conversation(), ALBUM + call.album(), time.instant())
        .map(at -> REQUESTS.decode(at.payload()));
  }

  Draft save(Invocation call, TalkRequest request) {
    return save(call, CHANGE, REQUESTS.encode(request), Drafts.LONG);
  }

  private Draft save(Invocation call, String purpose, String payload, Duration life) {
    return drafts.save(
        call.account(), call.message().conversation(), purpose, payload, time.instant(), life);
  }

  /// Saves the next revision; empty when another one was saved in the meantime.
  Optional<Waiting.Photo> change(Draft draft, TalkDraft photo) {
    return changed(draft, PHOTOS.encode(photo)).map(at -> new Waiting.Photo(at, photo));
  }

  /// Saves the next revision; empty when another one was saved in the meantime.
  Optional<Waiting.Change> change(Draft draft, TalkRequest request) {
    return changed(draft, REQUESTS.encode(request)).map(at -> new Waiting.Change(at, request));
  }

  /// What says the same stays the same revision.
  private Optional<Draft> changed(Draft draft, String payload) {
    return payload.equals(draft.payload()) ? Optional.of(draft) : drafts.change(draft, payload);
  }

  void drop(Draft draft) {
    drafts.drop(draft.code());
  }

  /// A request as its kind stored it.
  static TalkRequest request(String stored) {
    return REQUESTS.decode(stored);
  }
}
