package app.photoplay.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lists of named sections that come along with the program, as text.
public final class Listing {
  private Listing() {}

  /// Reads a list, each section with its `name`; empty when there is no such file.
  ///
  /// @param resource absolute, such as `/models/fal.yaml`
  /// @return by name, in order, each key with its value as text
  public static Map<String, Map<String, String>> resource(String resource) {
    try (InputStream in = Listing.class.getResourceAsStream(resource)) {
      return in == null ? Map.of() : read(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static Map<String, Map<String, String>> read(JsonNode list) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (JsonNode section : list) {
      Map<String, String> values = new LinkedHashMap<>();
      section
          .properties()
          .forEach(it -> values.put(it.getKey(), YamlTree.text(it.getValue()).orElse("")));
      if (sections.put(section.path("name").asText(), values) != null) {
        throw new IllegalArgumentException("twice: " + section.path("name"));
      }
    }
    return sections;
  }
}
