package app.photoplay.chat.telegram;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaVideo;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Our messages in Telegram's words. Always plain text: without a parse mode nothing that people
/// wrote can become markup.
///
/// The names of uploaded parts are fixed: the library breaks on quotes and on equal names.
final class TelegramRequests {

  private TelegramRequests() {}

  static SendMessage text(Target to, OutboundMessage message) {
    return SendMessage.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .text(message.text())
        .linkPreviewOptions(noPreview())
        .disableNotification(message.silent() ? true : null)
        .replyParameters(reply(to, message))
        .replyMarkup(keyboard(message.buttons()))
        .build();
  }

  static SendVideo video(Target to, OutboundMessage message, Video video, VideoUpload upload) {
    return SendVideo.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .video(
            upload
                .fileId()
                .map(InputFile::new)
                .orElseGet(() -> file(upload.file().orElseThrow(), "video.mp4")))
        .width(video.width())
        .height(video.height())
        .duration(seconds(video))
        .supportsStreaming(true)
        .cover(picture(upload.cover(), "cover.jpg"))
        .thumbnail(picture(upload.thumbnail(), "thumb.jpg"))
        .caption(message.text().isEmpty() ? null : message.text())
        .disableNotification(message.silent() ? true : null)
        .replyParameters(reply(to, message))
        .replyMarkup(keyboard(message.buttons()))
        .build();
  }

  static SendPhoto photo(Target to, OutboundMessage message, Path picture) {
    return SendPhoto.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .photo(file(picture, "picture.jpg"))
        .caption(message.text().isEmpty() ? null : message.text())
        .disableNotification(message.silent() ? true : null)
        .replyParameters(reply(to, message))
        .replyMarkup(keyboard(message.buttons()))
        .build();
  }

  static SendMediaGroup album(Target to, int replyTo, List<Path> pictures) {
    return SendMediaGroup.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .medias(
            IntStream.range(0, pictures.size())
                .mapToObj(i ->
                    new InputMediaPhoto(pictures.get(i).toFile(), "picture" + (i + 1) + ".jpg"))
                .toList())
        .disableNotification(true)
        .replyParameters(reply(replyTo))
        .build();
  }

  static SendDocument document(Target to, int replyTo, Path document, String name) {
    return SendDocument.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .document(file(document, name))
        .disableNotification(true)
        .replyParameters(reply(replyTo))
        .build();
  }

  static EditMessageText text(Target at, String text, List<List<Button>> buttons) {
    return EditMessageText.builder()
        .chatId(at.chat())
        .messageId(at.message())
        .text(text)
        .linkPreviewOptions(noPreview())
        .replyMarkup(keyboard(buttons))
        .build();
  }

  static EditMessageCaption caption(Target at, String text, List<List<Button>> buttons) {
    return EditMessageCaption.builder()
        .chatId(at.chat())
        .messageId(at.message())
        .caption(text)
        .replyMarkup(keyboard(buttons))
        .build();
  }

  static EditMessageMedia media(
      Target at, OutboundMessage replacement, Video video, VideoUpload upload) {
    var media =
        upload
            .fileId()
            .map(InputMediaVideo::new)
            .orElseGet(
                () -> new InputMediaVideo(upload.file().orElseThrow().toFile(), "video.mp4"));
    media.setWidth(video.width());
    media.setHeight(video.height());
    media.setDuration(seconds(video));
    media.setSupportsStreaming(true);
    media.setCover(picture(upload.cover(), "cover.jpg"));
    media.setThumbnail(picture(upload.thumbnail(), "thumb.jpg"));
    media.setCaption(replacement.text().isEmpty() ? null : replacement.text());
    return EditMessageMedia.builder()
        .chatId(at.chat())
        .messageId(at.message())
        .media(media)
        .replyMarkup(keyboard(replacement.buttons()))
        .build();
  }

  static EditMessageMedia media(Target at, OutboundMessage replacement, Path picture) {
    var media = new InputMediaPhoto(picture.toFile(), "picture.jpg");
    media.setCaption(replacement.text().isEmpty() ? null : replacement.text());
    return EditMessageMedia.builder()
        .chatId(at.chat())
        .messageId(at.message())
        .media(media)
        .replyMarkup(keyboard(replacement.buttons()))
        .build();
  }

  private static int seconds(Video video) {
    return Math.toIntExact(Math.max(1, Math.round(video.duration().toMillis() / 1000.0)));
  }

  /// From the disk: the form with a stream holds the whole file in memory.
  private static InputFile file(Path path, String name) {
    return new InputFile(path.toFile(), name);
  }

  /// A missing picture is no reason to keep the video back.
  private static @Nullable InputFile picture(Optional<Path> path, String name) {
    return path.map(it -> file(it, name)).orElse(null);
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static @Nullable ReplyParameters reply(Target to, OutboundMessage message) {
    return message
        .replyTo()
        .map(Target::of)
        .filter(replied -> replied.chat().equals(to.chat()))
        .map(replied -> reply(replied.message()))
        .orElse(null);
  }

  private static ReplyParameters reply(int message) {
    return ReplyParameters.builder().messageId(message).allowSendingWithoutReply(true).build();
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    return new InlineKeyboardMarkup(
        rows.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(TelegramRequests::button).toList()))
            .toList());
  }

  private static InlineKeyboardButton button(Button button) {
    return InlineKeyboardButton.builder()
        .text(button.label())
        .callbackData(button.data())
        .style(
            switch (button.style()) {
              case PLAIN -> null;
              case PRIMARY -> "primary";
              case DANGER -> "danger";
            })
        .build();
  }
}
