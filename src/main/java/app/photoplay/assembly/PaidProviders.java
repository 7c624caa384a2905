package app.photoplay.assembly;

import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.Preferences;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.did.Did;
import app.photoplay.provider.elevenlabs.ElevenLabs;
import app.photoplay.provider.fal.Fal;
import app.photoplay.provider.flow.Flow;
import app.photoplay.provider.google.Google;
import app.photoplay.provider.google.GoogleSettings;
import app.photoplay.provider.minimax.MiniMax;
import app.photoplay.provider.openai.OpenAi;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.runway.Runway;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who may be paid for making things, as the settings have it.
///
/// @param catalogue all models, also of providers that are switched off
/// @param switchedOn the providers that there is a key for
public record PaidProviders(
    Catalogue catalogue, Preferences preferences, List<Adapter> switchedOn) {
  /// Nobody.
  public static final PaidProviders NONE =
      new PaidProviders(new Catalogue(List.of()), Preferences.NONE, List.of());

  public PaidProviders {
    switchedOn = List.copyOf(switchedOn);
  }

  /// A provider with a key: nothing of it is loaded before it is made.
  ///
  /// @param accounts how many keys
  public record Adapter(String name, int accounts, Function<Workshop, Provider> provider) {}

  /// Reads the sections `providers` and `models`.
  static PaidProviders read(Section root) {
    Catalogue catalogue = Catalogue.read(root);
    Section providers = root.section("providers");
    return new PaidProviders(
        catalogue,
        Preferences.read(providers.section("order")),
        adapters(providers, catalogue).stream().filter(it -> it.accounts() > 0).toList());
  }

  /// All that there are: a new adapter is a line here.
  private static List<Adapter> adapters(Section providers, Catalogue catalogue) {
    GoogleSettings google = GoogleSettings.read(providers.section("google"));
    Fal.Settings fal = Fal.settings(providers);
    RemoteSettings runway = Runway.settings(providers);
    RemoteSettings minimax = MiniMax.settings(providers);
    RemoteSettings openRouter = OpenAi.openRouter(providers);
    Optional<Secret> signing = OpenAi.signing(providers);
    RemoteSettings openAi = OpenAi.openAi(providers);
    RemoteSettings flow = Flow.settings(providers);
    RemoteSettings did = Did.settings(providers);
    RemoteSettings elevenLabs = ElevenLabs.settings(providers);
    return List.of(
        adapter(google.remote(), shop -> new Google(google, catalogue, shop)),
        adapter(fal.remote(), shop -> new Fal(fal, catalogue, shop)),
        adapter(runway, shop -> new Runway(runway, catalogue, shop)),
        adapter(minimax, shop -> new MiniMax(minimax, catalogue, shop)),
        adapter(openRouter, shop -> new OpenAi(openRouter, signing, catalogue, shop)),
        adapter(openAi, shop -> new OpenAi(openAi, catalogue, shop)),
        adapter(flow, shop -> new Flow(flow, catalogue, shop)),
        adapter(did, shop -> new Did(did, catalogue, shop)),
        adapter(elevenLabs, shop -> new ElevenLabs(elevenLabs, catalogue, shop)));
  }

  private static Adapter adapter(RemoteSettings settings, Function<Workshop, Provider> provider) {
    return new Adapter(settings.name(), settings.accounts().size(), provider);
  }

  /// The names of those that models are known of, but no key.
  Set<String> off() {
    Set<String> on = switchedOn.stream().map(Adapter::name).collect(Collectors.toSet());
    return catalogue.cards().stream()
        .map(ModelCard::provider)
        .filter(provider -> !on.contains(provider))
        .collect(Collectors.toSet());
  }

  PriceBook priced(PriceBook book) {
    return catalogue.with(book);
  }
}
