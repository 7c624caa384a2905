package app.photoplay.assembly;

import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Section;
import app.photoplay.provider.Preferences;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import java.util.List;
import java.util.function.Function;

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
    return List.of();
  }

  private interface Maker {
    Provider make(RemoteSettings settings, Catalogue catalogue, Workshop workshop);
  }

  private static Adapter adapter(RemoteSettings settings, Catalogue catalogue, Maker maker) {
    return new Adapter(
        settings.name(),
        settings.accounts().size(),
        workshop -> maker.make(settings, catalogue, workshop));
  }

  PriceBook priced(PriceBook book) {
    return catalogue.with(book);
  }
}
