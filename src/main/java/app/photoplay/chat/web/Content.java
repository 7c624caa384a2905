package app.photoplay.chat.web;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says, as it is stored and as the page gets it.
///
/// @param kind absent when the person wrote the message
/// @param progress 0 to 1, when it is known
/// @param replyTo id of the message this answers
@JsonInclude(JsonInclude.Include.NON_NULL)
record Content(
    OutboundMessage.@Nullable Kind kind,
    String text,
    List<List<Button>> buttons,
    @Nullable Double progress,
    @Nullable Clip video,
    @Nullable Still picture,
    @Nullable Doc document,
    @Nullable String replyTo,
    List<Sent> uploads) {

  static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /// A finished video.
  ///
  /// @param content SHA-256 of the MP4
  /// @param cover SHA-256 of the cover, absent when there is none
  record Clip(
      String content,
      @Nullable String cover,
      int width,
      int height,
      double seconds,
      @Nullable Captions captions) {}

  /// A file of captions.
  ///
  /// @param content its SHA-256
  /// @param kind `srt` or `vtt`
  record Captions(String content, String kind) {}

  /// A picture that shows what the message is about.
  ///
  /// @param content its SHA-256
  record Still(String content, int width, int height) {}

  /// A file to keep.
  ///
  /// @param content its SHA-256
  record Doc(String content, String name) {}

  /// A file that the person sent along.
  record Sent(String id, String name, String type, long bytes) {}

  static Content own(String words, @Nullable String replyTo, List<Sent> uploads) {
    return new Content(null, words, List.of(), null, null, null, null, replyTo, uploads);
  }

  static Content of(OutboundMessage message) {
    return new Content(
        message.kind(),
        message.text(),
        message.buttons(),
        message.progress().isPresent() ? message.progress().getAsDouble() : null,
        message
            .video()
            .map(video ->
                new Clip(
                    video.content(),
                    video.cover().content(),
                    video.width(),
                    video.height(),
                    video.duration().toMillis() / 1000.0,
                    video
                        .captions()
                        .map(captions ->
                            new Captions(captions.file().content(), captions.extension()))
                        .orElse(null)))
            .orElse(null),
        message
            .illustration()
            .map(picture -> new Still(picture.file().content(), picture.width(), picture.height()))
            .orElse(null),
        message
            .extras()
            .document()
            .map(document -> new Doc(document.file().content(), document.name()))
            .orElse(null),
        message.replyTo().map(MessageRef::message).orElse(null),
        List.of());
  }

  static Content parse(String json) {
    try {
      return JSON.readValue(json, Content.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// A stored message as the page gets it.
  static ObjectNode forPage(WebMessage message) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", message.id());
    node.put("number", message.number());
    node.put("change", message.change());
    node.put("time", message.time().toEpochMilli());
    node.put("own", message.own());
    node.put("seen", message.seen());
    node.set("content", JSON.valueToTree(parse(message.content())));
    return node;
  }
}
