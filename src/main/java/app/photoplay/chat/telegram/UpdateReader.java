package app.photoplay.chat.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Reads one update into the library's types. A part that they do not take and that is not what a
/// person said or did is left out: a command is not lost for a gift in the message it replies to.
final class UpdateReader {

  /// Telegram nests a dozen levels deep.
  private static final int DEEPEST = 100;

  /// Parts that may be left out of one update.
  private static final int MOST_LEFT_OUT = 50;

  private static final Pattern BEGINNING =
      Pattern.compile("\\s*\\{\\s*\"update_id\"\\s*:\\s*([0-9]{1,16})\\s*[,}]");

  /// What an update or its message means nothing without.
  private static final Set<String> NEEDED =
      Set.of(
          "id",
          "data",
          "message",
          "message_id",
          "chat",
          "from",
          "text",
          "caption",
          "photo",
          "live_photo",
          "voice",
          "audio",
          "video_note",
          "video",
          "animation",
          "sticker",
          "document");

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// What an update says.
  ///
  /// @param id `update_id`, empty when there is none that could be confirmed
  /// @param update empty when it cannot be read
  /// @param problem the kind of error that was the last, empty when there was none
  record Reading(OptionalLong id, Optional<Update> update, String problem) {}

  Reading read(RawUpdate raw) {
    if (!raw.whole()) {
      return new Reading(beginning(raw), Optional.empty(), "not whole");
    }
    JsonNode tree;
    try {
      tree = json.readTree(raw.text());
    } catch (JsonProcessingException e) {
      return new Reading(beginning(raw), Optional.empty(), e.getClass().getSimpleName());
    }
    OptionalLong id = id(tree.path("update_id"));
    if (id.isEmpty() || !(tree instanceof ObjectNode update)) {
      return new Reading(OptionalLong.empty(), Optional.empty(), "no update_id");
    }
    // the library knows no larger ones; nobody asks it for this one
    update.put("update_id", (int) Math.min(id.getAsLong(), Integer.MAX_VALUE));
    return read(id, update);
  }

  private Reading read(OptionalLong id, ObjectNode update) {
    String problem = "";
    for (int left = MOST_LEFT_OUT; left >= 0; left--) {
      try {
        return new Reading(id, Optional.of(json.treeToValue(update, Update.class)), problem);
      } catch (JsonMappingException e) {
        problem = e.getClass().getSimpleName();
        if (!leaveOut(update, e.getPath())) {
          break;
        }
      } catch (JsonProcessingException | RuntimeException e) {
        problem = e.getClass().getSimpleName();
        break;
      }
    }
    return new Reading(id, Optional.empty(), problem);
  }

  /// Takes the innermost part on the way to an error out; false when it is needed.
  private static boolean leaveOut(ObjectNode update, List<Reference> path) {
    List<JsonNode> way = new ArrayList<>(List.of(update));
    for (Reference step : path) {
      JsonNode part =
          step.getFieldName() != null
              ? way.getLast().get(step.getFieldName())
              : way.getLast().get(step.getIndex());
      if (part == null) {
        break;
      }
      way.add(part);
    }
    int depth = way.size() - 1;
    if (depth <= 1) {
      return false;
    }
    Reference last = path.get(depth - 1);
    if (way.get(depth - 1) instanceof ArrayNode list) {
      list.remove(last.getIndex());
      return true;
    }
    return !(depth == 2 && NEEDED.contains(last.getFieldName()))
        && way.get(depth - 1) instanceof ObjectNode holder
        && holder.remove(last.getFieldName()) != null;
  }

  private static OptionalLong id(JsonNode id) {
    return id.isIntegralNumber() && id.canConvertToLong() && id.asLong() > 0
        ? OptionalLong.of(id.asLong())
        : OptionalLong.empty();
  }

  private static OptionalLong beginning(RawUpdate raw) {
    Matcher id = BEGINNING.matcher(raw.text());
    return id.lookingAt() && Long.parseLong(id.group(1)) > 0
        ? OptionalLong.of(Long.parseLong(id.group(1)))
        : OptionalLong.empty();
  }
}
