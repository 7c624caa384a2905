package app.photoplay.config;

import java.util.Set;
import java.util.TreeSet;

/// Everything that the program has asked for: what is stated besides is a mistake.
///
/// @param keys with their sections, such as `web.port`
/// @param lists keys of lists of sections
/// @param secrets variables of the environment
record Known(Set<String> keys, Set<String> lists, Set<String> secrets) {
  Known() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /// Whether a key is a section: something below it was asked for.
  boolean section(String key) {
    String below = key + ".";
    return keys.stream().anyMatch(it -> it.startsWith(below))
        || lists.stream().anyMatch(it -> it.startsWith(below));
  }
}
