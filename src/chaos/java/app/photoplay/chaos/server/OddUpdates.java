package app.photoplay.chaos.server;

import java.util.List;
import java.util.SplittableRandom;

/// Updates that no documentation promises and that a platform has sent at some time all the same.
final class OddUpdates {
  private static final String MESSAGE =
      "{\"message\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":%s,\"type\":\"private\"},"
          + "\"from\":{\"id\":%s,\"is_bot\":false,\"first_name\":\"x\"},\"text\":%s}}";

  private static final List<String> ALL =
      List.of(
          MESSAGE.formatted("5", "5", "\"\\u0000\\u0001 nothing\""),
          MESSAGE.formatted("null", "5", "\"nobody's chat\""),
          MESSAGE.formatted("5", "null", "\"nobody\""),
          MESSAGE.formatted("99999999999999999999999", "5", "\"far away\""),
          MESSAGE.formatted("5", "5", "{\"text\":[1,2,3]}"),
          MESSAGE.formatted("\"5\\u0000\"", "5", "\"a name\""),
          "{\"message\":null}",
          "{\"message\":{}}",
          "{\"message\":17}",
          "{\"callback_query\":{\"id\":\"\\u0000\",\"from\":null,\"data\":\"v1:cancel:X\"}}",
          "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":5,\"is_bot\":false,"
              + "\"first_name\":\"x\"},\"data\":\"\\u0000\"}}",
          "{\"message\":{\"reply_to_message\":" + deep(300) + "}}",
          "{\"message\":{\"message_id\":123456789012345678901234567890}}",
          "{\"something_new\":{\"id\":1}}");

  private OddUpdates() {}

  static String any(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static String deep(int levels) {
    return "{\"reply_to_message\":".repeat(levels) + "{}" + "}".repeat(levels);
  }
}
