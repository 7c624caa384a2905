package app.photoplay.provider.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the JSON of a storyboard in an answer, whatever stands around it, and takes spellings of
/// JSON that are not quite it.
final class AnswerJson {
  /// Of an answer; what follows is not read.
  static final int LONGEST = 256 * 1024;

  private static final int DEEPEST = 24;
  private static final int TRIES = 24;
  private static final int WRAPPED = 3;

  private static final ObjectMapper JSON = new ObjectMapper(lenient());

  private AnswerJson() {}

  /// What was found.
  ///
  /// @param brokenOff whether the answer ended before its brackets were closed
  record Found(ObjectNode board, boolean brokenOff) {}

  /// The first storyboard in an answer, or empty with the reason among the faults.
  static Optional<Found> find(String answer, Faults faults) {
    String text = answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer;
    Optional<String> first = Optional.empty();
    int start = -1;
    for (int i = 0; i < TRIES; i++) {
      start = opening(text, start + 1);
      if (start < 0) {
        break;
      }
      Parsed parsed = parse(text.substring(start));
      Optional<ObjectNode> board =
          Optional.ofNullable(parsed.value()).flatMap(it -> board(it, WRAPPED));
      if (board.isPresent()) {
        return Optional.of(new Found(board.get(), parsed.brokenOff()));
      }
      first = first.or(() -> Optional.of(parsed.fault()));
    }
    faults.add(
        answer.length() > LONGEST
            ? "The answer is far too long."
            : first.orElse("There is no JSON object in the answer."));
    return Optional.empty();
  }

  private static int opening(String text, int from) {
    int object = text.indexOf('{', from);
    int array = text.indexOf('[', from);
    return object < 0 || array < 0 ? Math.max(object, array) : Math.min(object, array);
  }

  /// @param value null when it cannot be read
  /// @param fault what to say when it is no storyboard
  private record Parsed(@Nullable JsonNode value, boolean brokenOff, String fault) {}

  private static Parsed parse(String text) {
    try {
      return new Parsed(value(text), false, "The JSON has no list of scenes.");
    } catch (JsonEOFException e) {
      String fault = "The answer breaks off before its JSON is complete: write less.";
      return closed(text)
          .map(it -> new Parsed(it, true, fault))
          .orElseGet(() -> new Parsed(null, true, fault));
    } catch (IOException e) {
      return new Parsed(null, false, "The answer is not valid JSON" + where(e) + ".");
    }
  }

  private static @Nullable JsonNode value(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      return JSON.readTree(parser);
    }
  }

  private static String where(IOException e) {
    JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /// What is left when nothing but closing brackets is missing: a value that broke off may have
  /// meant anything.
  private static Optional<JsonNode> closed(String text) {
    String kept = text.stripTrailing();
    if (!kept.endsWith("}") && !kept.endsWith("]")) {
      return Optional.empty();
    }
    Deque<Character> open = new ArrayDeque<>();
    boolean string = false;
    for (int at = 0; at < kept.length(); at++) {
      char sign = kept.charAt(at);
      if (sign == '\\' && string) {
        at++;
      } else if (sign == '"') {
        string = !string;
      } else if (!string && (sign == '{' || sign == '[')) {
        open.push(sign == '{' ? '}' : ']');
      } else if (!string && (sign == '}' || sign == ']')) {
        open.poll();
      }
    }
    StringBuilder ends = new StringBuilder();
    open.forEach(ends::append);
    if (string || ends.length() > DEEPEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(value(kept + ends));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The object that has scenes: the value itself or one that it wraps.
  private static Optional<ObjectNode> board(JsonNode value, int depth) {
    if (value instanceof ObjectNode object) {
      unquote(object);
      if (!AnswerFields.scenes(object).isEmpty()) {
        return Optional.of(object);
      }
    } else if (value.isArray() && AnswerFields.looksLikeScenes(value)) {
      return Optional.of(JSON.createObjectNode().set("scenes", value));
    }
    List<JsonNode> inner = new ArrayList<>();
    for (JsonNode each : value) {
      if (each.isContainerNode() && inner.size() < TRIES) {
        inner.add(each);
      }
    }
    return depth == 0
        ? Optional.empty()
        : inner.stream().flatMap(each -> board(each, depth - 1).stream()).findFirst();
  }

  /// A list that was written as text.
  private static void unquote(ObjectNode object) {
    String text = object.path("scenes").asText("").strip();
    JsonNode list = text.startsWith("[") ? parse(text).value() : null;
    if (list != null) {
      object.set("scenes", list);
    }
  }

  private static JsonFactory lenient() {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(60)
                .maxStringLength(LONGEST)
                .maxNameLength(500)
                .build())
        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
        .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
        .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
        .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
        .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
        // names come from strangers
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();
  }
}
