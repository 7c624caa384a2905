package app.photoplay.wording;

import java.util.List;
import java.util.Map;

/// Something to say, not yet in any language. [Wording#say] says it.
public sealed interface Sentence permits Phrase, Sentence.Filled, Sentence.Lines {
  /// Several sentences, each on a line of its own.
  static Sentence lines(List<? extends Sentence> lines) {
    return new Lines(List.copyOf(lines));
  }

  /// Several sentences, each on a line of its own.
  static Sentence lines(Sentence... lines) {
    return new Lines(List.of(lines));
  }

  /// A phrase with all its values: [Phrase#with].
  ///
  /// @param values by the names of their arguments
  record Filled(Phrase phrase, Map<String, Object> values) implements Sentence {
    public Filled {
      values = Map.copyOf(values);
    }
  }

  /// See [Sentence#lines].
  record Lines(List<Sentence> lines) implements Sentence {
    public Lines {
      lines = List.copyOf(lines);
    }
  }
}
