package app.photoplay.chaos.server;

import app.photoplay.testkit.FakeTelegram;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
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
          "{\"callback_query\":{\"id\":null,\"from\":{\"id\":5,\"is_bot\":false,"
              + "\"first_name\":\"x\"},\"chat_instance\":\"1\",\"data\":\"v1:drop:X\"}}",
          "{\"message\":null}",
          "{\"message\":{}}",
          "{\"message\":17}",
          "{\"callback_query\":{\"id\":\"\\u0000\",\"from\":null,\"data\":\"v1:cancel:X\"}}",
          "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":5,\"is_bot\":false,"
              + "\"first_name\":\"x\"},\"data\":\"\\u0000\"}}",
          "{\"message\":{\"reply_to_message\":" + deep(300) + "}}",
          "{\"message\":{\"message_id\":123456789012345678901234567890}}",
          "{\"something_new\":{\"id\":1}}");

  private static final long STRANGER = 5;

  private OddUpdates() {}

  /// Passes one on.
  static void bring(FakeTelegram telegram, SplittableRandom random) {
    int luck = random.nextInt(ALL.size() + 2);
    if (luck < ALL.size()) {
      telegram.pushes(ALL.get(luck));
    } else {
      ObjectNode content = JsonNodeFactory.instance.objectNode().put("text", "a long one");
      if (luck == ALL.size()) {
        content.put("edit_date", new BigInteger("9".repeat(1500)));
      } else {
        content.put("n".repeat(60_000), 1);
      }
      telegram.person(STRANGER).sendsContent(content);
    }
  }

  private static String deep(int levels) {
    return "{\"reply_to_message\":".repeat(levels) + "{}" + "}".repeat(levels);
  }
}
