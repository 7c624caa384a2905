package app.photoplay.provider;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.health.Experience;
import app.photoplay.provider.health.Health;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whom the operator wants asked first, for each kind of work.
///
/// @param order names of providers
public record Preferences(Map<Makes, List<String>> order) {
  /// Nobody before anybody else.
  public static final Preferences NONE = new Preferences(Map.of());

  private static final Map<Makes, String> USUAL =
      Map.of(
          Makes.TALK, "fal, d-id, runway, minimax, google, local",
          Makes.CLIP, "google, runway, fal, minimax, openrouter, flow, local",
          Makes.IMAGE, "google, openai, flow, local",
          Makes.SPEECH, "local, elevenlabs, minimax, google, openai, openrouter, fal, runway",
          Makes.TEXT, "google, openrouter, openai, local");

  private static final Kind<List<String>> NAMES =
      Values.list(
          "names of providers with commas between them, such as fal, local",
          text ->
              Optional.of(text)
                  .filter(it -> it.equals(Router.LOCAL) || Catalogue.PROVIDERS.contains(it)));

  public Preferences {
    order = Map.copyOf(order);
  }

  /// Reads the section `providers.order`.
  public static Preferences read(Section section) {
    Map<Makes, List<String>> order = new EnumMap<>(Makes.class);
    for (Makes makes : Makes.values()) {
      String key = makes.name().toLowerCase(Locale.ROOT);
      order.put(makes, section.value(key, USUAL.getOrDefault(makes, ""), NAMES));
    }
    return new Preferences(order);
  }

  public Selection of(Makes makes, Health health, Experience experience) {
    return new Selection(order.getOrDefault(makes, List.of()), health, experience);
  }
}
