package app.photoplay.testkit;

import app.photoplay.testkit.ShownMessage.ShownPhoto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/// The photos of `sendPhoto` and `editMessageMedia`, which must be uploaded, with Telegram's limits
/// of photos.
final class TelegramPhotos {
  private static final long BYTES = 10L << 20;
  private static final int SIDES = 10_000;
  private static final int RATIO = 20;

  private final TelegramFiles files;

  TelegramPhotos(TelegramFiles files) {
    this.files = files;
  }

  ShownPhoto sent(TelegramCall call) {
    return photo(call, call.param("photo"));
  }

  ShownPhoto edited(TelegramCall call) {
    return photo(call, call.params().path("media").path("media").asText(""));
  }

  /// Those of an album.
  List<ShownPhoto> group(TelegramCall call) {
    JsonNode media = call.params().path("media");
    if (media.size() < 2 || media.size() > 10) {
      throw TelegramError.bad("wrong number of media");
    }
    return StreamSupport.stream(media.spliterator(), false)
        .map(one -> photo(call, one.path("media").asText()))
        .toList();
  }

  private ShownPhoto photo(TelegramCall call, String source) {
    TelegramCall.Upload upload = call.uploads().get(source.replaceFirst("attach://", ""));
    if (upload == null) {
      throw TelegramError.bad("file attachment not found");
    }
    BufferedImage image = image(upload);
    int width = image.getWidth();
    int height = image.getHeight();
    if (upload.bytes() > BYTES
        || width + height > SIDES
        || Math.max(width, height) > RATIO * Math.min(width, height)) {
      throw TelegramError.bad("PHOTO_INVALID_DIMENSIONS");
    }
    var stored = files.add("photos", upload.file(), ".jpg");
    return new ShownPhoto(stored.fileId(), upload.file(), upload.sha256(), width, height);
  }

  private static BufferedImage image(TelegramCall.Upload upload) {
    try {
      BufferedImage image = ImageIO.read(upload.file().toFile());
      if (image != null) {
        return image;
      }
    } catch (IOException _) {
      // answered like any other file that is no picture
    }
    throw TelegramError.bad("IMAGE_PROCESS_FAILED");
  }

  static ArrayNode json(ShownPhoto photo) {
    ArrayNode sizes = JsonNodeFactory.instance.arrayNode();
    sizes
        .addObject()
        .put("file_id", photo.fileId())
        .put("file_unique_id", "u" + photo.fileId())
        .put("width", photo.width())
        .put("height", photo.height());
    return sizes;
  }
}
