package app.photoplay.kind.film;

import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.job.Codec;
import app.photoplay.job.StoredFile;
import app.photoplay.provider.text.Storyboard;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Films that wait for their people between the storyboard and the film, for weeks. The draft names
/// the people's photos, so that they are kept as long.
final class FilmDrafts {
  private static final String PURPOSE = "film";
  private static final Codec<Payload> PAYLOADS = Codec.json(Payload.class);

  private final Drafts drafts;
  private final InstantSource time;

  FilmDrafts(Drafts drafts, InstantSource time) {
    this.drafts = drafts;
    this.time = time;
  }

  /// A film as it waits.
  ///
  /// @param at as it is stored
  /// @param film with its storyboard
  /// @param inputs people's own pictures in it
  /// @param made code of the finished film that is being changed; empty where there is none yet
  record Waiting(Draft at, FilmRequest film, List<StoredFile> inputs, String made) {
    Storyboard board() {
      return Objects.requireNonNull(film.board());
    }
  }

  private record Payload(FilmRequest film, List<StoredFile> inputs, @Nullable String made) {
    String code() {
      return Objects.requireNonNullElse(made, ""); // stored by an earlier version
    }
  }

  /// The newest one of this person in this conversation.
  Optional<Waiting> latest(Invocation call) {
    return drafts
        .latest(call.account(), call.message().conversation(), PURPOSE, time.instant())
        .flatMap(FilmDrafts::read);
  }

  /// What a code on a button stands for.
  Drafts.Found find(Invocation call, String code) {
    return drafts.find(call.account(), code, call.revision(), time.instant());
  }

  /// What a draft says; empty when it is no draft of a film.
  static Optional<Waiting> read(Draft draft) {
    if (!draft.purpose().equals(PURPOSE)) {
      return Optional.empty();
    }
    Payload payload = PAYLOADS.decode(draft.payload());
    return Optional.of(new Waiting(draft, payload.film(), payload.inputs(), payload.code()));
  }

  /// As it is stored. The names of pictures in it keep them from being swept.
  static String payload(FilmRequest film, List<StoredFile> inputs) {
    return PAYLOADS.encode(new Payload(film, inputs, ""));
  }

  /// @param film with its storyboard
  Waiting save(Invocation call, FilmRequest film) {
    return save(call, film, "");
  }

  /// The same of a film that is there.
  ///
  /// @param made its code
  Waiting save(Invocation call, FilmRequest film, String made) {
    Draft draft =
        drafts.save(
            call.account(),
            call.message().conversation(),
            PURPOSE,
            PAYLOADS.encode(new Payload(film, List.of(), made)),
            time.instant(),
            Drafts.LONG);
    return new Waiting(draft, film, List.of(), made);
  }

  /// Saves the next revision; empty when another one was saved in the meantime. What says the same
  /// stays the same revision.
  Optional<Waiting> change(Waiting before, Storyboard board, Optional<StoredFile> input) {
    return change(before, before.film().with(board), input);
  }

  /// The same where more than the storyboard is another.
  Optional<Waiting> change(Waiting before, FilmRequest film, Optional<StoredFile> input) {
    List<StoredFile> inputs = new ArrayList<>(before.inputs());
    input.filter(it -> !inputs.contains(it)).ifPresent(inputs::add);
    if (film.equals(before.film())) {
      return Optional.of(before);
    }
    return drafts
        .change(before.at(), PAYLOADS.encode(new Payload(film, inputs, before.made())))
        .map(at -> new Waiting(at, film, inputs, before.made()));
  }

  /// Has the newest one say what is being looked at, so that what people write is about that.
  ///
  /// @param seen as it was shown
  /// @param now as it will be shown next
  void follow(Invocation call, FilmRequest seen, FilmRequest now) {
    Optional<Waiting> known = latest(call).filter(it -> it.film().equals(seen));
    Storyboard board = Objects.requireNonNull(now.board());
    if (known.isEmpty() || change(known.get(), board, Optional.empty()).isEmpty()) {
      save(call, now);
    }
  }
}
