package app.photoplay.chat.telegram;

import app.photoplay.chat.telegram.AnswerSplitter.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Asks for updates and brings them as Telegram wrote them: the library reads a batch as a whole or
/// not at all.
final class UpdateFetcher {

  private static final int OK = 200;

  private final BotApi api;
  private final ObjectMapper json = new ObjectMapper();

  UpdateFetcher(BotApi api) {
    this.api = api;
  }

  /// What an answer brought.
  ///
  /// @param torn an update within which the answer ended
  record Batch(List<RawUpdate> updates, Optional<RawUpdate> torn) {}

  /// Waits for updates.
  ///
  /// @param offset the first to bring, 0 for the earliest that is not confirmed
  /// @param limit the most to bring, up to 100
  /// @param wait how long the server may hold the answer, whole seconds
  Batch fetch(long offset, int limit, Duration wait) throws CallFailed {
    var request = json.createObjectNode().put("limit", limit).put("timeout", wait.toSeconds());
    if (offset != 0) {
      request.put("offset", offset);
    }
    UpdateTranslator.wanted().forEach(request.putArray("allowed_updates")::add);
    try {
      return api.raw(
          GetUpdates.PATH,
          request.toString(),
          response -> batch(response.code(), AnswerSplitter.read(response.body().byteStream())));
    } catch (TelegramApiRequestException | IOException e) {
      throw new CallFailed(e);
    }
  }

  private Batch batch(int status, Answer answer) throws IOException, TelegramApiRequestException {
    boolean good = status == OK && answer.listed();
    // an answer that did not end well has begun well
    if (good && (answer.torn().isPresent() || !answer.updates().isEmpty())) {
      return new Batch(answer.updates(), answer.torn());
    }
    JsonNode envelope = envelope(answer.envelope());
    if (good && envelope.path("ok").asBoolean()) {
      return new Batch(List.of(), Optional.empty());
    }
    throw refusal(envelope);
  }

  private JsonNode envelope(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException _) {
      return json.createObjectNode();
    }
  }

  private static Answers.Refusal refusal(JsonNode envelope) throws TelegramApiRequestException {
    JsonNode code = envelope.path("error_code");
    if (!code.isInt()) {
      throw new TelegramApiRequestException("the answer to a poll cannot be read");
    }
    return new Answers.Refusal(code.asInt(), envelope);
  }
}
