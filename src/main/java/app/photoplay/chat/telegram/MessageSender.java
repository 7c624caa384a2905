package app.photoplay.chat.telegram;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.outgoing.OutgoingQueue;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Chooses the call that shows a message: text, picture or video, new or edited, by id or by
/// upload.
final class MessageSender {
  private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

  private final BotApi api;
  private final OutgoingQueue queue;

  MessageSender(BotApi api, OutgoingQueue queue) {
    this.api = api;
    this.queue = queue;
  }

  /// A call of the library that shows a video, given the id of an earlier upload or none.
  @FunctionalInterface
  private interface Show<T> {
    BotApi.Call<T> from(Optional<String> fileId);
  }

  SendOutcome send(Conversation conversation, Target to, OutboundMessage message)
      throws CallFailed, InterruptedException {
    if (message.video().isEmpty()) {
      Message shown = sendStill(to, message);
      sendExtras(to, shown.getMessageId(), message.extras());
      return Outcomes.sent(to.name(conversation, shown.getMessageId()), shown);
    }
    Video video = message.video().get();
    Optional<Message> shown =
        show(
            to,
            video,
            fileId ->
                client -> client.executeAsync(TelegramRequests.video(to, message, video, fileId)));
    if (shown.isPresent() && video.captions().isPresent()) {
      try {
        sendCaptions(to, shown.get().getMessageId(), video.captions().get());
      } catch (CallFailed failed) {
        // The video has arrived and must not be sent once more for their sake.
        log.atWarn().setCause(failed).log("captions were not sent");
      }
    }
    return shown
        .map(sent -> Outcomes.sent(to.name(conversation, sent.getMessageId()), sent))
        .orElseGet(MessageSender::unfit);
  }

  /// In reply to their message, which has arrived and must not be sent once more for their sake.
  private void sendExtras(Target to, int replyTo, OutboundMessage.Extras extras)
      throws InterruptedException {
    List<Illustration> album =
        extras.album().stream().filter(picture -> Files.isRegularFile(picture.file())).toList();
    if (album.size() > 1) {
      var form = TelegramRequests.album(to, replyTo, album);
      sendExtra(to, client -> client.executeAsync(form));
    }
    Optional<Document> document = extras.document().filter(it -> Files.isRegularFile(it.file()));
    if (document.isPresent()) {
      var form =
          TelegramRequests.document(to, replyTo, document.get().file(), document.get().name());
      sendExtra(to, client -> client.executeAsync(form));
    }
  }

  private <T> void sendExtra(Target to, BotApi.Call<T> call) throws InterruptedException {
    try {
      queue.await(queue.ticket(to.chat(), to.group(), OutgoingQueue.Rank.ANSWER));
      api.upload(call, () -> {});
    } catch (CallFailed failed) {
      log.atWarn().setCause(failed).log("what goes with a message was not sent");
    }
  }

  /// Text, under its picture when that can be shown: a question without it is better than none.
  private Message sendStill(Target to, OutboundMessage message)
      throws CallFailed, InterruptedException {
    Optional<Illustration> picture = picture(message);
    if (picture.isPresent()) {
      try {
        var form = TelegramRequests.photo(to, message, picture.get());
        return api.upload(client -> client.executeAsync(form), () -> {});
      } catch (CallFailed failed) {
        if (failed.code != 400) {
          throw failed;
        }
        log.atWarn().setCause(failed).log("a picture was refused");
      }
    }
    var form = TelegramRequests.text(to, message);
    return api.call(client -> client.executeAsync(form));
  }

  private static Optional<Illustration> picture(OutboundMessage message) {
    return message.illustration().filter(picture -> Files.isRegularFile(picture.file()));
  }

  /// When captions fail, all of it is done again: an edit can be repeated.
  SendOutcome edit(MessageRef ref, Target at, OutboundMessage replacement)
      throws CallFailed, InterruptedException {
    SendOutcome outcome = replace(ref, at, replacement);
    Optional<Video.Captions> captions = replacement.video().flatMap(Video::captions);
    if (captions.isPresent() && outcome instanceof SendOutcome.Sent) {
      sendCaptions(at, at.message(), captions.get());
    }
    return outcome;
  }

  private void sendCaptions(Target to, int replyTo, Video.Captions captions)
      throws CallFailed, InterruptedException {
    var form =
        TelegramRequests.document(to, replyTo, captions.file(), "captions." + captions.extension());
    queue.await(queue.ticket(to.chat(), to.group(), OutgoingQueue.Rank.RESULT));
    api.upload(client -> client.executeAsync(form), () -> tellUploading(to));
  }

  private SendOutcome replace(MessageRef ref, Target at, OutboundMessage replacement)
      throws CallFailed, InterruptedException {
    try {
      if (replacement.video().isEmpty()) {
        return Outcomes.sent(ref.message(), editStill(at, replacement));
      }
      Video video = replacement.video().get();
      Optional<Serializable> shown =
          show(
              at,
              video,
              fileId ->
                  client ->
                      client.executeAsync(TelegramRequests.media(at, replacement, video, fileId)));
      return shown
          .map(answer -> Outcomes.sent(ref.message(), answer))
          .orElseGet(MessageSender::unfit);
    } catch (CallFailed failed) {
      if (failed.says("message is not modified")) {
        return new SendOutcome.Sent(
            ref.message(), replacement.video().flatMap(Video::platformFile));
      }
      throw failed;
    }
  }

  private Serializable editStill(Target at, OutboundMessage replacement)
      throws CallFailed, InterruptedException {
    Optional<Illustration> picture = picture(replacement);
    if (picture.isEmpty()) {
      return editText(at, replacement);
    }
    var form = TelegramRequests.media(at, replacement, picture.get());
    return api.upload(client -> client.executeAsync(form), () -> {});
  }

  /// Whether a message shows a video or a picture is known to Telegram alone, so that a restart
  /// forgets nothing: it says when there is no text to edit, and then the caption is meant.
  private Serializable editText(Target at, OutboundMessage replacement)
      throws CallFailed, InterruptedException {
    try {
      var form = TelegramRequests.text(at, replacement.text(), replacement.buttons());
      return api.call(client -> client.executeAsync(form));
    } catch (CallFailed failed) {
      if (!failed.says("there is no text in the message to edit")) {
        throw failed;
      }
      var form = TelegramRequests.caption(at, replacement.text(), replacement.buttons());
      return api.call(client -> client.executeAsync(form));
    }
  }

  /// By the id of an earlier upload if that works, else by uploading; empty when the file is not
  /// there or is too large.
  private <T> Optional<T> show(Target to, Video video, Show<T> call)
      throws CallFailed, InterruptedException {
    if (video.platformFile().isPresent()) {
      try {
        return Optional.of(api.call(call.from(video.platformFile())));
      } catch (CallFailed failed) {
        if (!forgotten(failed)) {
          throw failed;
        }
      }
    }
    return fits(video)
        ? Optional.of(api.upload(call.from(Optional.empty()), () -> tellUploading(to)))
        : Optional.empty();
  }

  private static boolean forgotten(CallFailed failed) {
    return failed.code == 400
        && (failed.says("file_id")
            || failed.says("file identifier")
            || failed.says("remote file")
            || failed.says("can't use file of type"));
  }

  private static boolean fits(Video video) {
    try {
      return Files.size(video.file()) <= TelegramChat.UPLOAD_BYTES;
    } catch (IOException _) {
      return false;
    }
  }

  private static SendOutcome unfit() {
    return new SendOutcome.Rejected("the video is missing or larger than Telegram takes");
  }

  private void tellUploading(Target to) {
    if (!queue.offer(to.chat(), to.group()).isZero()) {
      return;
    }
    var action =
        SendChatAction.builder()
            .chatId(to.chat())
            .messageThreadId(to.thread())
            .action(ActionType.UPLOAD_VIDEO.toString())
            .build();
    api.attempt(client -> client.executeAsync(action));
  }
}
