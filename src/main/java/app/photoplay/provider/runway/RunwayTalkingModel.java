package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.speech.SentSpeech;
import app.photoplay.provider.runway.RunwayAvatars.Avatar;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// A photo that speaks: it becomes an avatar, which then says what was recorded.
///
/// The avatar is made while files are brought there. That may be done again and again, because an
/// avatar is looked for before it is made; what is charged is the video.
record RunwayTalkingModel(ModelCard card, RunwayTask tasks, RunwayAvatars avatars)
    implements RunwayModel<TalkNeed, TalkPrompt, Render>, TalkingModel {
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 512;
  private static final int MOST_BYTES = 3_500_000;
  private static final double SHORTEST_SPEECH = 1;
  private static final int HASH = 32;
  private static final Duration MAKING = Duration.ofSeconds(5);

  @Override
  public Optional<Money> price(TalkNeed need, PriceBook prices) {
    boolean fits =
        need.motion() == Motion.TALK
            && card.qualities().contains(need.quality())
            && card.makes(need.shape());
    OptionalInt seconds = card.lengths().holding(need.millis());
    return fits && seconds.isPresent()
        ? Optional.of(card.cost(prices, Quantity.millis(seconds.getAsInt() * 1000L)))
        : Optional.empty();
  }

  @Override
  public Result<Uploads> upload(TalkPrompt prompt) throws InterruptedException {
    return remote().result(() -> brought(prompt));
  }

  private Result<Uploads> brought(TalkPrompt prompt) throws IOException {
    Stills stills = tasks.stills();
    // only to refuse what would be cut to pieces: the frame is always the same
    Ratios.of(card).nearest(prompt.shape(), Optional.of(stills.size(prompt.photo())));
    byte[] photo =
        stills.jpeg(prompt.photo(), prompt.shape(), LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
    byte[] speech = SentSpeech.wav(prompt.speech(), SHORTEST_SPEECH);
    String hash = hash(photo, speech);
    Optional<Avatar> found = avatars.find(hash);
    Avatar avatar = found.isPresent() ? found.get() : made(hash, photo);
    if (!avatar.ready()) {
      return new Result.Running<>(OptionalDouble.empty(), MAKING);
    }
    String uri = tasks.account().upload("speech.wav", "audio/wav", speech);
    return new Result.Ready<>(new Uploads(Map.of("avatar", avatar.id(), "speech", uri)));
  }

  private Avatar made(String hash, byte[] photo) throws IOException {
    String image = tasks.account().upload("photo.jpg", "image/jpeg", photo);
    return avatars.create(hash, image, card.more("image-processing").orElse("optimize"));
  }

  private static String hash(byte[] photo, byte[] speech) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(photo);
      digest.update(speech);
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public PaidCall order(TalkPrompt prompt, Uploads uploads, Money estimate) {
    String avatar = uploads.names().getOrDefault("avatar", "");
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", card.id());
    body.putObject("avatar").put("type", "custom").put("avatarId", avatar);
    body.putObject("speech")
        .put("type", "audio")
        .put("audio", uploads.names().getOrDefault("speech", ""));
    return tasks.order("/v1/avatar_videos", body, estimate, Map.of("avatar", avatar));
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<TalkPrompt>> prompt)
      throws InterruptedException {
    Operation task = Operation.parse(operation);
    Result<Render> result = tasks.video(task, prompt, Wanted::of);
    switch (result) {
      case Result.Ready<Render> _, Result.Charged<Render> _, Result.Refused<Render> _ ->
          forget(task);
      case Result.Running<Render> _, Result.Busy<Render> _, Result.Broken<Render> _ -> {}
    }
    return result;
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    Operation task = Operation.parse(operation);
    Cancelling cancelling = tasks.cancel(task);
    if (cancelling instanceof Cancelling.Stopped) {
      forget(task);
    }
    return cancelling;
  }

  private void forget(Operation task) {
    String avatar = task.more().getOrDefault("avatar", "");
    if (!avatar.isEmpty()) {
      avatars.forget(avatar);
    }
  }
}
