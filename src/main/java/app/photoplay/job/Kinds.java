package app.photoplay.job;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All kinds of job that the program knows, by name.
public final class Kinds {
  private final Map<String, JobKind<?, ?>> kinds;

  public Kinds(Collection<JobKind<?, ?>> kinds) {
    this.kinds =
        kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
  }

  /// Whether there is a kind of that name.
  public boolean knows(String name) {
    return kinds.containsKey(name);
  }

  /// The kind of that name.
  ///
  /// @throws IllegalStateException when there is none, as after a downgrade
  public JobKind<?, ?> get(String name) {
    JobKind<?, ?> kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalStateException("no kind of job is named " + name);
    }
    return kind;
  }
}
