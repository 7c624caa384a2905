package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Attachment.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.ExternalReplyInfo;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/// The files of a message; Telegram puts at most one into each.
final class Attachments {

  private Attachments() {}

  static List<Attachment> of(Message message) {
    if (message.getPhoto() != null) {
      return largest(message.getPhoto());
    }
    if (message.getLivePhoto() != null && message.getLivePhoto().getPhoto() != null) {
      return largest(message.getLivePhoto().getPhoto());
    }
    if (message.getVoice() != null) {
      var voice = message.getVoice();
      return one(Kind.VOICE, voice.getFileId(), "", voice.getMimeType(), voice.getFileSize());
    }
    if (message.getAudio() != null) {
      var audio = message.getAudio();
      return one(
          Kind.AUDIO,
          audio.getFileId(),
          audio.getFileName(),
          audio.getMimeType(),
          audio.getFileSize());
    }
    if (message.getVideoNote() != null) {
      // always MP4, though the platform states no type
      var note = message.getVideoNote();
      return one(Kind.VIDEO, note.getFileId(), "", "video/mp4", note.getFileSize());
    }
    if (message.getVideo() != null) {
      var video = message.getVideo();
      return one(
          Kind.VIDEO,
          video.getFileId(),
          video.getFileName(),
          video.getMimeType(),
          video.getFileSize());
    }
    // before the document: an animation comes with a copy of itself as one
    if (message.getAnimation() != null) {
      var moving = message.getAnimation();
      return one(
          Kind.ANIMATION,
          moving.getFileId(),
          moving.getFileName(),
          moving.getMimeType(),
          moving.getFileSize());
    }
    if (message.getSticker() != null) {
      var sticker = message.getSticker();
      return one(Kind.ANIMATION, sticker.getFileId(), "", "", sticker.getFileSize());
    }
    if (message.getDocument() != null) {
      var file = message.getDocument();
      return one(
          kind(file), file.getFileId(), file.getFileName(), file.getMimeType(), file.getFileSize());
    }
    return List.of();
  }

  /// The photo of a message of another chat.
  static List<Attachment> of(ExternalReplyInfo elsewhere) {
    return elsewhere.getPhoto() == null ? List.of() : largest(elsewhere.getPhoto());
  }

  /// The order of the sizes is not promised.
  private static List<Attachment> largest(List<PhotoSize> sizes) {
    return sizes.stream()
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(Attachments::pixels))
        .map(size -> one(Kind.PHOTO, size.getFileId(), "", "image/jpeg", size.getFileSize()))
        .orElse(List.of());
  }

  private static long pixels(PhotoSize size) {
    @Nullable Integer width = size.getWidth();
    @Nullable Integer height = size.getHeight();
    return width == null || height == null ? 0 : (long) width * height;
  }

  private static Kind kind(Document file) {
    String type = file.getMimeType() == null ? "" : file.getMimeType();
    String name = file.getFileName() == null ? "" : file.getFileName();
    Kind kind = Kind.of(type, name);
    // Telegram sends a video that it can show as such
    return kind == Kind.VIDEO ? Kind.OTHER : kind;
  }

  private static List<Attachment> one(
      Kind kind,
      @Nullable String file,
      @Nullable String name,
      @Nullable String mediaType,
      @Nullable Number bytes) {
    return List.of(
        new Attachment(
            kind,
            UpdateTranslator.identifier(file),
            name == null ? "" : Text.clean(name),
            mediaType == null ? "" : Text.clean(mediaType),
            bytes == null || bytes.longValue() < 0 ? -1 : bytes.longValue()));
  }
}
