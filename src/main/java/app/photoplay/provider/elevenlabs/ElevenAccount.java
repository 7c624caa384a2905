package app.photoplay.provider.elevenlabs;

import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import app.photoplay.provider.remote.speech.CardVoices;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/// The API of ElevenLabs under one of the operator's keys. Thread-safe.
final class ElevenAccount {
  /// A minute of speech takes some seconds.
  static final Duration ORDER = Duration.ofSeconds(60);

  static final String KEY = "xi-api-key";
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ofHours(1);

  private final URI base;
  private final Http http;
  private final Remote remote;
  private volatile Map<String, String[]> own = Map.of();
  private Instant asked = Instant.MIN;

  ElevenAccount(URI base, Http http, Remote remote) {
    this.base = base;
    this.http = http;
    this.remote = remote;
  }

  Remote remote() {
    return remote;
  }

  URI base() {
    return base;
  }

  JsonNode get(String path) throws IOException {
    return checked(http.ask(request(path).build(), QUESTION)).object();
  }

  /// Orders speech, once: the answer is the speech.
  Reply speak(String voice, String format, JsonNode body) throws IOException {
    String path = "/v1/text-to-speech/" + voice + "/with-timestamps?output_format=" + format;
    return checked(http.order(request(path).post(Http.body(body)).build(), ORDER));
  }

  private Reply checked(Reply reply) throws Fault.Thrown {
    if (!reply.ok()) {
      throw ElevenFaults.of(reply, remote.now()).thrown();
    }
    return reply;
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(base + path).header(KEY, remote.account().key().value());
  }

  /// The voices that a card names; where it says `voices=account`, those of the account as far as
  /// they are known by now. They are asked for in the background, once an hour.
  CardVoices voices(ModelCard card) {
    if (!card.more("voices").equals(Optional.of("account"))) {
      return CardVoices.of(card);
    }
    if (isTimeToAsk()) {
      Thread.ofVirtual().name("elevenlabs-voices").start(this::ask);
    }
    return known(card);
  }

  private synchronized boolean isTimeToAsk() {
    boolean time = asked.isBefore(remote.now().minus(FRESH));
    asked = time ? remote.now() : asked;
    return time;
  }

  private void ask() {
    try {
      readVoices();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Asks for the account's voices.
  void readVoices() throws InterruptedException {
    Result<JsonNode> answer = remote.result(() -> new Result.Ready<>(get("/v1/voices")));
    if (answer instanceof Result.Ready(var all)) {
      Map<String, String[]> read = new LinkedHashMap<>();
      for (JsonNode voice : all.path("voices")) {
        String language = voice.path("labels").path("language").asText("en");
        String label = voice.path("name").asText();
        read.put(voice.path("voice_id").asText(), new String[] {language, label});
      }
      own = read;
    }
  }

  private CardVoices known(ModelCard card) {
    List<CardVoices.Named> named =
        own.entrySet().stream()
            .map(it -> CardVoices.Named.of(card, it.getKey(), it.getValue()[0], it.getValue()[1]))
            .toList();
    return new CardVoices(card, named);
  }
}
