package app.photoplay.kind.film;

import app.photoplay.chat.message.Attachment;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.OrderOptions;
import app.photoplay.kind.cast.CastPhotos;
import app.photoplay.kind.cast.CastPhotos.Judged;
import app.photoplay.kind.cast.CastStore;
import app.photoplay.kind.cast.Consent;
import app.photoplay.kind.cast.Member;
import app.photoplay.kind.cast.Names;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Who is in a film: those of the person's own cast whom the idea or the option names. No other
/// photo ever becomes part of a film, except where people vouch for those they bring
/// ([app.photoplay.chat.ChatPlatform#vouched]).
final class FilmCast {
  private final CastStore store;
  private final CastPhotos photos;
  private final IncomingPhotos incoming;
  private final Voices voices;

  FilmCast(CastStore store, CastPhotos photos, IncomingPhotos incoming, Voices voices) {
    this.store = store;
    this.photos = photos;
    this.incoming = incoming;
    this.voices = voices;
  }

  /// Who is in it.
  sealed interface Chosen {
    record Members(List<Member> members) implements Chosen {
      public Members {
        members = List.copyOf(members);
      }

      /// The files that a film with them needs.
      List<StoredFile> files() {
        return members.stream().map(Member::photo).filter(Objects::nonNull).toList();
      }
    }

    record Refused(Sentence why) implements Chosen {}
  }

  Chosen of(Invocation call, String idea) throws InterruptedException {
    List<Member> known = new ArrayList<>();
    if (call.platform().vouched()) {
      for (Attachment attachment : call.attachments()) {
        switch (brought(call, attachment)) {
          case Brought.Good(var member) -> known.add(member);
          case Brought.Bad(var why) -> {
            return new Chosen.Refused(why);
          }
        }
      }
    }
    store.all(call.account()).stream()
        .filter(saved -> find(known, saved.name()).isEmpty())
        .toList()
        .forEach(known::add);
    List<String> wished = Names.list(call.options().getOrDefault(OrderOptions.CAST.name(), ""));
    List<String> unknown = wished.stream().filter(it -> find(known, it).isEmpty()).toList();
    return unknown.isEmpty()
        ? new Chosen.Members(
            known.stream()
                .filter(member ->
                    wished.stream().anyMatch(it -> Names.alike(it, member.name()))
                        || Names.occurs(member.name(), idea))
                .toList())
        : new Chosen.Refused(unknown(unknown, known));
  }

  private sealed interface Brought {
    record Good(Member member) implements Brought {}

    record Bad(Sentence why) implements Brought {}
  }

  /// A photo whose name is that of who is in it.
  private Brought brought(Invocation call, Attachment attachment) throws InterruptedException {
    Optional<String> name = Names.read(attachment.name());
    if (name.isEmpty()) {
      return new Brought.Bad(Phrase.CAST_NAME_NEEDED.with(Argument.LIMIT.of(Names.LONGEST)));
    }
    return switch (photos.judged(incoming.fetch(call, attachment))) {
      case Judged.Refused(var why) -> new Brought.Bad(why);
      case Judged.Usable(var kept, var face) ->
          new Brought.Good(new Member(name.get(), "", kept, face, "", Consent.PERMISSION));
    };
  }

  private static Optional<Member> find(List<Member> members, String name) {
    return members.stream().filter(it -> Names.alike(it.name(), name)).findFirst();
  }

  private static Sentence unknown(List<String> names, List<Member> known) {
    return known.isEmpty()
        ? Phrase.CAST_UNKNOWN_EMPTY.with(Argument.NAMES.of(names))
        : Phrase.CAST_UNKNOWN.with(
            Argument.NAMES.of(names),
            Argument.CHOICES.of(known.stream().map(Member::name).toList()));
  }

  /// As the film knows them. Where nobody narrates they speak all the same.
  ///
  /// @param narrator the film's voice, may be empty
  List<CastMember> cast(Invocation call, Chosen.Members chosen, String idea, String narrator) {
    String otherwise =
        narrator.isEmpty()
            ? voices.voiceFor(idea, call.from().language()).map(SpeechModel.Voice::name).orElse("")
            : "";
    return chosen.members().stream()
        .map(member -> {
          StoredFile photo = member.photo();
          return new CastMember(
              member.name(),
              member.looks(),
              photo == null ? null : photo.content(),
              member.face(),
              member.voice().isEmpty() ? otherwise : member.voice());
        })
        .toList();
  }
}
