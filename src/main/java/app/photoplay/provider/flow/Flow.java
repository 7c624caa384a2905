package app.photoplay.provider.flow;

import app.photoplay.config.Section;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.video.VideoModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The models of an operator's own gateway.
public final class Flow implements Provider {
  static final String NAME = "flow";
  private static final int SIMULTANEOUS = 2;

  /// No server ever has this name.
  private static final String NOWHERE = "http://gateway.invalid";

  private final RemoteSettings settings;
  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Http http;
  private final Fetcher fetcher;
  private final Streams streams = new Streams();

  public Flow(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.http = new Http(settings);
    this.fetcher = new Fetcher(settings, workshop.time());
  }

  /// Reads `providers.flow`, whose `base-url` must be stated where there is a key.
  public static RemoteSettings settings(Section providers) {
    Section section = providers.section(NAME);
    RemoteSettings settings = RemoteSettings.read(section, "FLOW_API_KEY", NOWHERE, SIMULTANEOUS);
    if (!settings.accounts().isEmpty() && settings.baseUrl().toString().equals(NOWHERE)) {
      section.problem(
          "base-url", "must say where your gateway answers, such as http://localhost:8000");
    }
    return settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<VideoModel> cameras() {
    List<VideoModel> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, Makes.CLIP)) {
      for (Account account : settings.accounts()) {
        models.add(new FlowVideoModel(card, gateway(account), workshop, fetcher));
      }
    }
    return models;
  }

  private Gateway gateway(Account account) {
    return new Gateway(settings.baseUrl(), http, workshop.remote(account), streams);
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (Account account : settings.accounts()) {
      Gateway gateway = gateway(account);
      Remote remote = gateway.remote();
      looks.add(look(account, remote.result(() -> new Result.Ready<>(gateway.models()))));
    }
    return looks;
  }

  private Look look(Account account, Result<Set<String>> seen) {
    return switch (seen) {
      case Result.Ready(Set<String> models) -> {
        Set<String> missing = new TreeSet<>();
        catalogue.of(NAME, Makes.CLIP).forEach(it -> missing.addAll(new Ids(it).all()));
        missing.removeAll(models);
        String more = missing.isEmpty() ? "." : "; it has no " + String.join(", ", missing) + ".";
        yield new Look(account.name(), true, "The gateway takes this key" + more);
      }
      case Result.Refused<Set<String>> _ ->
          new Look(account.name(), false, "The gateway refuses this key.");
      default -> new Look(account.name(), false, "The gateway cannot be asked right now.");
    };
  }
}
