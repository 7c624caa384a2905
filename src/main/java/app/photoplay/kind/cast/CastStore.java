package app.photoplay.kind.cast;

import app.photoplay.budget.AccountId;
import java.time.Instant;
import java.util.List;

/// Who has saved whom. Everybody sees and changes their own cast alone. A photo is needed, and is
/// swept away by nobody, as long as its member is here. Each method is one transaction.
public interface CastStore {
  /// So many members a person has at most.
  int MOST = 20;

  /// What came of adding one.
  enum Adding {
    SAVED,
    /// The very same was saved before.
    THERE,
    /// Another one has that name, in small or capital letters.
    NAME_TAKEN,
    /// There are [#MOST] already.
    FULL
  }

  Adding add(AccountId account, Member member, Instant now);

  /// All of a person's, the first saved first.
  List<Member> all(AccountId account);

  /// Forgets the one of that name, whatever its letters' case.
  ///
  /// @return whether there was one
  boolean remove(AccountId account, String name);
}
