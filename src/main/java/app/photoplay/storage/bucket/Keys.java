package app.photoplay.storage.bucket;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The keys of objects: `<folder>/<name>/<first use>-<random>-<content>`, and behind that what is
/// known of them: `.used-<when>`, `.sent-<when>`, `.aside-<when>-<random>`. Times are milliseconds
/// since 1970.
final class Keys {
  private static final Pattern KEY =
      Pattern.compile(
          "(?<object>(?<name>.+)/(?<first>\\d{1,15})-[0-9a-f]{16}-(?<content>[0-9a-f]{64}))"
              + "(?:\\.(?<mark>used|sent|aside)-(?<when>\\d{1,15})(?:-[0-9a-f]{16})?)?");

  private Keys() {}

  static String object(String folder, String name, Instant used, String content) {
    return folder + "/" + name + "/" + used.toEpochMilli() + "-" + random() + "-" + content;
  }

  static String used(String object, Instant when) {
    return object + ".used-" + when.toEpochMilli();
  }

  static String sent(String object, Instant when) {
    return object + ".sent-" + when.toEpochMilli();
  }

  static String aside(String object, Instant when) {
    return object + ".aside-" + when.toEpochMilli() + "-" + random();
  }

  /// Null when it is none of ours.
  static @Nullable Key parse(String folder, String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches() || !matcher.group("name").startsWith(folder + "/")) {
      return null;
    }
    String mark = matcher.group("mark");
    String when = mark == null ? matcher.group("first") : matcher.group("when");
    return new Key(
        key,
        matcher.group("object"),
        matcher.group("name").substring(folder.length() + 1),
        matcher.group("content"),
        mark == null ? "" : mark,
        Instant.ofEpochMilli(Long.parseLong(when)));
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// @param whole the key itself
  /// @param object the key of the object that it is about
  /// @param mark `used`, `sent`, `aside`, or empty when it is the object
  record Key(String whole, String object, String name, String content, String mark, Instant when) {}
}
