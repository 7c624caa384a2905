package app.photoplay.config;

import app.photoplay.wording.Nearest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A `config.yaml` as a tree whose values are all read as text, so that `8080` and `"8080"` are the
/// same and amounts of money never pass through a floating-point number.
///
/// @param name the file's name, for problems
record YamlTree(String name, Path folder, JsonNode root) {
  private static final Pattern SECRET = Pattern.compile("(?i)token|secret|passw|api-?key");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  static YamlTree empty(Path folder) {
    return new YamlTree("config.yaml", folder, MissingNode.getInstance());
  }

  static YamlTree read(Path file, List<String> problems) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    YamlTree nothing = empty(folder == null ? file.toAbsolutePath() : folder);
    String name = String.valueOf(file.getFileName());
    YAMLMapper mapper =
        YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    try {
      JsonNode root = mapper.readTree(Files.readString(file));
      if (root.isMissingNode() || root.isNull()) {
        return nothing;
      }
      if (root.isObject()) {
        return new YamlTree(name, nothing.folder(), root);
      }
      problems.add(name + ": must be a list of keys such as \"web:\"");
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNr();
      problems.add(name + ": is not valid YAML" + line + ": " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      problems.add(name + ": cannot be read (" + reason(e) + ")");
    }
    return nothing;
  }

  /// The text at a key such as `web.port`, the items of a list joined by commas.
  Optional<String> text(String key) {
    return text(node(key));
  }

  static Optional<String> text(JsonNode node) {
    if (node.isArray()) {
      return Optional.of(
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(",")));
    }
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /// The variable that a key refers to, as in `${FAL_KEY}`.
  Optional<String> variable(String key) {
    return text(key).map(REFERENCE::matcher).filter(Matcher::matches).map(it -> it.group(1));
  }

  /// The names of a list's sections, in order. Complains about sections without a name of their
  /// own.
  List<String> names(String key, List<String> problems) {
    JsonNode list = node(key);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    boolean good = list.isArray();
    for (JsonNode item : list) {
      good &= name(item).filter(names::add).isPresent();
    }
    if (!good) {
      problems.add(
          name
              + ": "
              + key
              + " must be a list of sections, each with a name of its own (a to z, 0 to 9, -)");
    }
    return List.copyOf(names);
  }

  private static Optional<String> name(JsonNode section) {
    return Optional.of(section.path("name").asText()).filter(it -> NAME.matcher(it).matches());
  }

  private JsonNode node(String key) {
    JsonNode node = root;
    if (!key.isEmpty()) {
      for (String part : key.split("\\.", -1)) {
        node = node.isArray() ? named(node, part) : node.path(part);
      }
    }
    return node;
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (item.path("name").asText().equals(name)) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  /// Complains about keys that are not known and about sections where values stand, and the
  /// reverse.
  void checkKeys(Known known, List<String> problems) {
    checkKeys(root, "", known, problems);
  }

  private void checkKeys(JsonNode node, String prefix, Known known, List<String> problems) {
    for (var entry : node.properties()) {
      String key = prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (known.lists().contains(key)) {
        for (JsonNode item : value) {
          // what has no name was complained about already
          name(item).ifPresent(it -> checkItem(item, key + "." + it + ".", known, problems));
        }
      } else if (value.isObject() && known.section(key)) {
        checkKeys(value, key + ".", known, problems);
      } else if (known.keys().contains(key)) {
        if (value.isObject()) {
          problems.add(name + ": " + key + " must be a value, not a section");
        }
      } else if (known.section(key)) {
        if (!value.isNull()) {
          problems.add(name + ": " + key + " must be a section with keys below it");
        }
      } else {
        problems.add(name + ": " + unknown(key, prefix, known));
      }
    }
  }

  private void checkItem(JsonNode item, String prefix, Known known, List<String> problems) {
    ObjectNode rest = item.deepCopy();
    rest.remove("name");
    checkKeys(rest, prefix, known, problems);
  }

  private static String unknown(String key, String prefix, Known known) {
    if (SECRET.matcher(key).find()) {
      String variable = Sources.upper(key);
      String topic = variable.replaceFirst("_.*", "_");
      return key
          + " is a secret: put it into .env or the environment"
          + Optional.of(variable)
              .filter(known.secrets()::contains)
              .or(() -> known.secrets().stream().filter(it -> it.startsWith(topic)).findFirst())
              .or(() -> Nearest.to(variable, known.secrets()))
              .map(it -> " as " + it)
              .orElse("");
    }
    var sections = new TreeSet<>(known.keys());
    known.keys().stream().map(it -> it.replaceAll("\\..*", "")).forEach(sections::add);
    sections.addAll(known.lists());
    String last = key.substring(prefix.length());
    return key
        + " is not a known key"
        + Nearest.to(key, sections)
            .or(() -> known.keys().stream().filter(it -> it.endsWith("." + last)).findFirst())
            .map(it -> ", did you mean " + it + "?")
            .orElse("");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "no permission";
      case CharacterCodingException _ -> "it is not text in UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
