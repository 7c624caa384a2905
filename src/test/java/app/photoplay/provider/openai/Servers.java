package app.photoplay.provider.openai;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.Model;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.text.StoryboardPrompt;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The adapter, set up to speak to a fake.
final class Servers {
  static final Catalogue CATALOGUE = Catalogue.read(Section.unstated(""));

  static final StoryboardPrompt PROMPT =
      new StoryboardPrompt(
          "A fox finds a boat.",
          24,
          "en",
          OptionalInt.empty(),
          "",
          List.of(),
          List.of(4, 6, 8),
          Optional.empty());

  private Servers() {}

  static OpenAi of(String provider, FakeOpenAi api, String key, Workshop workshop) {
    return of(provider, api, key, workshop, CATALOGUE);
  }

  static OpenAi of(
      String provider, FakeOpenAi api, String key, Workshop workshop, Catalogue catalogue) {
    Account account = new Account(provider, "", new Secret(key), 4);
    URI base = URI.create(api.address() + FakeOpenAi.HOME);
    return new OpenAi(
        new RemoteSettings(provider, base, Set.of(), Optional.empty(), List.of(account)),
        catalogue,
        workshop);
  }

  static ModelCard card(String name) {
    return CATALOGUE.cards().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The card with another setting that only the adapter understands.
  static ModelCard with(ModelCard card, String key, String value) {
    Map<String, String> more = new HashMap<>(card.more());
    more.put(key, value);
    return new ModelCard(
        card.name(),
        card.provider(),
        card.id(),
        card.makes(),
        card.qualities(),
        card.lengths(),
        card.shapes(),
        card.abilities(),
        card.longestPrompt(),
        card.price(),
        card.simultaneous(),
        card.deadline(),
        more);
  }

  static <M extends Model<?, ?, ?>> M named(List<M> models, String name) {
    return models.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  static <P, T> Work.Paid<P, T> paid(Model<?, P, T> model) {
    return (Work.Paid<P, T>) model.work();
  }
}
