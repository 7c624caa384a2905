package app.photoplay.config;

import app.photoplay.wording.Nearest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A `config.yaml` as a tree whose values are all read as text, so that `8080` and `"8080"` are the
/// same and amounts of money never pass through a floating-point number.
///
/// @param name the file's name, for problems
record YamlTree(String name, Path folder, JsonNode root) {
  private static final Pattern SECRET = Pattern.compile("(?i)token|secret|passw|api-?key");

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
    JsonNode node = root;
    for (String part : key.split("\\.", -1)) {
      node = node.path(part);
    }
    if (node.isArray()) {
      return Optional.of(
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(",")));
    }
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /// Complains about keys that are not known and about sections where values stand, and the
  /// reverse.
  void checkKeys(Collection<String> known, Collection<String> secrets, List<String> problems) {
    checkKeys(root, "", known, secrets, problems);
  }

  private void checkKeys(
      JsonNode node,
      String prefix,
      Collection<String> known,
      Collection<String> secrets,
      List<String> problems) {
    for (var entry : node.properties()) {
      String key = prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (known.contains(key)) {
        if (value.isObject()) {
          problems.add(name + ": " + key + " must be a value, not a section");
        }
      } else if (known.stream().anyMatch(it -> it.startsWith(key + "."))) {
        if (value.isObject()) {
          checkKeys(value, key + ".", known, secrets, problems);
        } else if (!value.isNull()) {
          problems.add(name + ": " + key + " must be a section with keys below it");
        }
      } else {
        problems.add(name + ": " + unknown(key, prefix, known, secrets));
      }
    }
  }

  private static String unknown(
      String key, String prefix, Collection<String> known, Collection<String> secrets) {
    if (SECRET.matcher(key).find()) {
      String variable = Sources.upper(key);
      String topic = variable.replaceFirst("_.*", "_");
      return key
          + " is a secret: put it into .env or the environment"
          + secrets.stream()
              .filter(it -> it.startsWith(topic))
              .findFirst()
              .or(() -> Nearest.to(variable, secrets))
              .map(it -> " as " + it)
              .orElse("");
    }
    var sections = new TreeSet<>(known);
    known.stream().map(it -> it.replaceAll("\\..*", "")).forEach(sections::add);
    String last = key.substring(prefix.length());
    return key
        + " is not a known key"
        + Nearest.to(key, sections)
            .or(() -> known.stream().filter(it -> it.endsWith("." + last)).findFirst())
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
