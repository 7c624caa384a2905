package app.photoplay.provider.google;

import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.google.GoogleModel.Desk;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.VideoModel;
import com.google.genai.types.GetModelConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/// Google, by key, by project, or both. Thread-safe.
public final class Google implements Provider, AutoCloseable {
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

  private final GoogleSettings settings;
  private final Catalogue catalogue;
  private final Clients clients;
  private final Leftovers leftovers;
  private final List<Desk> desks = new ArrayList<>();

  /// Asks nobody yet.
  public Google(GoogleSettings settings, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.catalogue = catalogue;
    CloudAccess cloud = new CloudAccess(settings);
    this.clients = new Clients(settings, cloud, workshop.time());
    this.leftovers = new Leftovers(workshop.time());
    for (Account account : settings.remote().accounts()) {
      desks.add(new Desk(workshop.remote(account), settings, clients, cloud, leftovers, workshop));
    }
  }

  @Override
  public String name() {
    return settings.remote().name();
  }

  @Override
  public List<VideoModel> cameras() {
    return models(
        Makes.CLIP,
        (desk, card) ->
            Clients.isCloud(desk.remote().account()) ? new Veo(desk, card) : new Omni(desk, card));
  }

  @Override
  public List<ImageModel> painters() {
    return models(Makes.IMAGE, GoogleImage::new);
  }

  @Override
  public List<TextModel> writers() {
    return models(Makes.TEXT, GoogleText::new);
  }

  private <M> List<M> models(Makes makes, BiFunction<Desk, ModelCard, ? extends M> model) {
    List<M> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(name(), makes)) {
      for (Desk desk : desks) {
        if (serves(desk, card)) {
          models.add(model.apply(desk, card));
        }
      }
    }
    return models;
  }

  /// Some models are to be had by key alone, some in a project alone.
  private static boolean serves(Desk desk, ModelCard card) {
    boolean cloud = Clients.isCloud(desk.remote().account());
    return card.more("where").map(it -> it.equals("vertex") == cloud).orElse(true);
  }

  @Override
  public List<Look> look() {
    return desks.stream().map(this::look).toList();
  }

  private Look look(Desk desk) {
    String account = desk.remote().account().name();
    Set<String> gone = new LinkedHashSet<>();
    Set<String> there = new LinkedHashSet<>();
    for (ModelCard card : catalogue.cards()) {
      if (!card.provider().equals(name()) || !serves(desk, card)) {
        continue;
      }
      try {
        (exists(desk, card) ? there : gone).add(card.id());
      } catch (Fault.Thrown e) {
        return new Look(account, false, "Google says no: " + masked(desk, e.fault().detail()));
      } catch (IOException e) {
        return new Look(account, false, "Google cannot be reached: " + masked(desk, e.toString()));
      }
    }
    String known = "access works, models that are there: " + there.size();
    return new Look(
        account,
        gone.isEmpty(),
        gone.isEmpty() ? known : known + "; not there: " + String.join(", ", gone));
  }

  private static boolean exists(Desk desk, ModelCard card) throws IOException {
    var models = desk.clients().of(desk.remote().account(), card).models;
    GetModelConfig config =
        GetModelConfig.builder().httpOptions(Clients.within(LONGEST_LOOK)).build();
    try {
      Clients.call(() -> models.get(card.id(), config));
      return true;
    } catch (Fault.Thrown e) {
      if (e.fault() instanceof Fault.Gone) {
        return false;
      }
      throw e;
    }
  }

  private static String masked(Desk desk, String text) {
    String line = desk.remote().account().masked(text).replaceAll("\\p{Cntrl}", " ");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  /// Removes what still lies at Google, and ends all connections.
  @Override
  public void close() {
    leftovers.close();
    clients.close();
  }
}
