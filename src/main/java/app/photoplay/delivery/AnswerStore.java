package app.photoplay.delivery;

import java.util.List;
import java.util.Set;

/// The answers on disk; each method is one transaction. They are written down by the transaction
/// that notes that their update is dealt with. Several programs may share them: each answer is sent
/// by the one that wrote it down or has taken it.
public interface AnswerStore {

  /// Takes the answers to these platforms that no living program has taken, oldest first.
  List<Answer> take(Set<String> platforms);

  /// Whether an answer is still this program's to send; another may have taken it meanwhile.
  boolean open(Answer answer);

  /// Forgets an answer that the platform has taken, or never will.
  void done(Answer answer);
}
