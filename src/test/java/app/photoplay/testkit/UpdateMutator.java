package app.photoplay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Telegram's updates, of all kinds, with something wrong in each; the same again for the same
/// seed.
public final class UpdateMutator {

  /// Stands in every text that a person wrote.
  public static final String WORD = "Zugspitze";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path CORPUS = Path.of("src/test/resources/telegram-updates.jsonl");

  private final Random random;
  private final List<ObjectNode> corpus;

  public UpdateMutator(long seed) {
    random = new Random(seed);
    corpus = corpus();
  }

  /// The updates as Telegram sends them, without their ids.
  public static List<ObjectNode> corpus() {
    try {
      List<ObjectNode> updates = new ArrayList<>();
      for (String line : Files.readAllLines(CORPUS)) {
        updates.add((ObjectNode) MAPPER.readTree(line));
      }
      return updates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next odd update.
  public String next(int id) {
    ObjectNode update = JSON.objectNode().put("update_id", id);
    update.setAll(corpus.get(random.nextInt(corpus.size())).deepCopy());
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !update.isEmpty(); i++) {
      List<JsonNode> holders = new ArrayList<>();
      collect(update, holders);
      change(holders.get(random.nextInt(holders.size())));
    }
    String text = update.toString();
    return switch (random.nextInt(5000)) {
      case 0 -> text.substring(0, 1 + random.nextInt(text.length() - 1));
      case 1, 2, 3, 4, 5 -> text.replace(WORD, "\u0001" + WORD);
      case 6, 7, 8 -> "[" + text + "]";
      case 9, 10, 11 -> text.substring(0, text.length() - 1) + ",\"n\":" + "9".repeat(5000) + "}";
      case 12, 13 -> "null";
      case 15, 16 -> "[".repeat(5000) + text + "]".repeat(5000);
      case 14 -> text.substring(0, text.length() - 1) + ",\"x\":\"" + "x".repeat(1 << 20) + "\"}";
      default -> text;
    };
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
    }
    node.forEach(child -> collect(child, holders));
  }

  private void change(JsonNode holder) {
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> object.remove(name);
        case 3 -> {
          JsonNode moved = object.remove(name);
          object.set(random.nextBoolean() ? name + "_new" : "n".repeat(3000), moved);
        }
        case 4 -> object.set(names.get(random.nextInt(names.size())), object.get(name).deepCopy());
        default -> object.set(name, odd(object.get(name)));
      }
    } else if (holder instanceof ArrayNode array) {
      int index = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(index);
        case 1 -> array.add(array.get(index).deepCopy());
        default -> array.set(index, odd(array.get(index)));
      }
    }
  }

  private JsonNode odd(JsonNode was) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> JSON.nullNode();
      case 3 -> JSON.numberNode(-1 - (long) random.nextInt());
      case 4 -> JSON.numberNode(Long.MAX_VALUE - random.nextInt(3));
      case 5 -> JSON.numberNode(BigInteger.TEN.pow(30));
      case 6 -> JSON.numberNode(new BigDecimal("1E+400"));
      case 7 -> JSON.textNode("\0" + was.asText() + "\0");
      case 8 -> JSON.textNode(was.asText() + "\ud83d");
      case 9 -> JSON.textNode("x".repeat(1 + random.nextInt(20_000)));
      case 10 -> JSON.textNode("");
      case 11 -> JSON.booleanNode(random.nextBoolean());
      case 12 -> JSON.arrayNode().add(was.deepCopy()).addNull();
      case 13 -> JSON.objectNode().set("type", was.deepCopy());
      case 14 -> deep(was, 40 + random.nextInt(250));
      default -> JSON.textNode(was.isTextual() ? "hologram" : was.toString());
    };
  }

  private JsonNode deep(JsonNode inside, int levels) {
    JsonNode at = inside.isContainerNode() ? JSON.objectNode() : inside;
    for (int i = 0; i < levels; i++) {
      at = i % 2 == 0 ? JSON.arrayNode().add(at) : JSON.objectNode().set("reply_to_message", at);
    }
    return at;
  }
}
