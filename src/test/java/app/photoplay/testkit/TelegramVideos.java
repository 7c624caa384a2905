package app.photoplay.testkit;

import app.photoplay.testkit.ShownMessage.ShownVideo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/// The videos of `sendVideo` and `editMessageMedia`: uploaded parts or ids, and the pictures that
/// come with them.
final class TelegramVideos {

  private static final int THUMBNAIL_BYTES = 200_000;
  private static final int THUMBNAIL_SIDE = 320;

  private final TelegramFiles files;

  TelegramVideos(TelegramFiles files) {
    this.files = files;
  }

  ShownVideo sent(TelegramCall call) {
    return video(call, call.params(), call.param("video"));
  }

  ShownVideo edited(TelegramCall call) {
    JsonNode media = call.params().path("media");
    if (!media.path("type").asText().equals("video")) {
      throw TelegramError.bad("can't parse InputMedia: unsupported type");
    }
    return video(call, media, media.path("media").asText(""));
  }

  private ShownVideo video(TelegramCall call, JsonNode fields, String source) {
    Optional<TelegramCall.Upload> upload = upload(call, source);
    Optional<TelegramCall.Upload> cover = upload(call, fields.path("cover").asText(""));
    Optional<TelegramCall.Upload> thumbnail = upload(call, fields.path("thumbnail").asText(""));
    cover.ifPresent(picture -> size(picture.file()));
    thumbnail.ifPresent(TelegramVideos::checkThumbnail);
    if (upload.isEmpty()) {
      ShownVideo known = videos(source);
      return new ShownVideo(
          known.fileId(),
          known.file(),
          known.bytes(),
          known.sha256(),
          known.width(),
          known.height(),
          known.seconds(),
          known.streaming(),
          cover.isPresent() || known.cover(),
          known.thumbnail(),
          false);
    }
    if (upload.get().bytes() == 0) {
      throw TelegramError.bad("file must be non-empty");
    }
    var stored = files.add("videos", upload.get().file(), ".mp4");
    var video =
        new ShownVideo(
            stored.fileId(),
            upload.get().file(),
            upload.get().bytes(),
            upload.get().sha256(),
            fields.path("width").asInt(),
            fields.path("height").asInt(),
            fields.path("duration").asInt(),
            fields.path("supports_streaming").asBoolean(),
            cover.isPresent(),
            thumbnail.isPresent(),
            true);
    files.remember(video);
    return video;
  }

  private ShownVideo videos(String fileId) {
    return files
        .video(fileId)
        .orElseThrow(
            () -> TelegramError.bad("wrong remote file identifier specified: Wrong string length"));
  }

  private static Optional<TelegramCall.Upload> upload(TelegramCall call, String source) {
    if (!source.startsWith("attach://")) {
      return Optional.empty();
    }
    var upload = call.uploads().get(source.substring("attach://".length()));
    if (upload == null) {
      throw TelegramError.bad("file attachment not found");
    }
    return Optional.of(upload);
  }

  private static void checkThumbnail(TelegramCall.Upload thumbnail) {
    BufferedImage image = size(thumbnail.file());
    if (thumbnail.bytes() > THUMBNAIL_BYTES
        || image.getWidth() > THUMBNAIL_SIDE
        || image.getHeight() > THUMBNAIL_SIDE) {
      throw TelegramError.bad("PHOTO_INVALID_DIMENSIONS");
    }
  }

  private static BufferedImage size(Path jpeg) {
    try {
      byte[] bytes = Files.readAllBytes(jpeg);
      boolean isJpeg = bytes.length > 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
      BufferedImage image = isJpeg ? ImageIO.read(jpeg.toFile()) : null;
      if (image == null) {
        throw TelegramError.bad("IMAGE_PROCESS_FAILED");
      }
      return image;
    } catch (IOException _) {
      throw TelegramError.bad("IMAGE_PROCESS_FAILED");
    }
  }

  static ObjectNode json(ShownVideo video) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file_id", video.fileId())
        .put("file_unique_id", "u" + video.fileId())
        .put("width", video.width())
        .put("height", video.height())
        .put("duration", video.seconds())
        .put("mime_type", "video/mp4")
        .put("file_size", video.bytes());
  }
}
