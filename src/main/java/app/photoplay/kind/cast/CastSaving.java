package app.photoplay.kind.cast;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Saves members and says what came of it.
final class CastSaving {
  private final CastStore store;
  private final Wording wording;
  private final InstantSource time;

  CastSaving(CastStore store, Wording wording, InstantSource time) {
    this.store = store;
    this.wording = wording;
    this.time = time;
  }

  /// What would be said instead of saving one of that name.
  Optional<OutboundMessage> hindrance(AccountId account, String name, String language) {
    List<Member> all = store.all(account);
    if (all.stream().anyMatch(it -> Names.alike(it.name(), name))) {
      return Optional.of(refusal(language, taken(name)));
    }
    return all.size() < CastStore.MOST ? Optional.empty() : Optional.of(refusal(language, full()));
  }

  OutboundMessage save(AccountId account, Member member, String language) {
    return switch (store.add(account, member, time.instant())) {
      case SAVED, THERE ->
          OutboundMessage.of(Kind.ANSWER, wording.say(language, Sentence.lines(saved(member))));
      case NAME_TAKEN -> refusal(language, taken(member.name()));
      case FULL -> refusal(language, full());
    };
  }

  private static List<Sentence> saved(Member member) {
    Sentence how = Phrase.CAST_HOW.with(Argument.NAME.of(member.name()));
    Sentence saved = Phrase.CAST_SAVED.with(Argument.NAME.of(member.name()));
    return member.photo() == null || member.face()
        ? List.of(saved, how)
        : List.of(saved, Phrase.CAST_NO_FACE.with(Argument.NAME.of(member.name())), how);
  }

  private OutboundMessage refusal(String language, Sentence why) {
    return OutboundMessage.of(Kind.REFUSAL, wording.say(language, why));
  }

  private static Sentence taken(String name) {
    return Phrase.CAST_NAME_TAKEN.with(Argument.NAME.of(name));
  }

  private static Sentence full() {
    return Phrase.CAST_FULL.with(Argument.LIMIT.of(CastStore.MOST));
  }
}
