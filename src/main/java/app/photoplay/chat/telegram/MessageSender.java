package app.photoplay.chat.telegram;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.outgoing.OutgoingQueue;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

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

  /// A call of the library that shows a video.
  @FunctionalInterface
  private interface Show<T> {
    BotApi.Call<T> from(VideoUpload upload);
  }

  /// What is done with a stored file, which is there for so long.
  private interface Use<T> {
    T of(Leases leases) throws IOException, CallFailed, InterruptedException;
  }

  /// A call of the library that sends a form with files.
  private interface Upload<F, T> {
    CompletableFuture<T> from(TelegramClient client, F form) throws TelegramApiException;
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
            upload ->
                client -> client.executeAsync(TelegramRequests.video(to, message, video, upload)));
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
    sendExtra(
        to,
        leases -> {
          List<Path> album = new ArrayList<>();
          for (Illustration picture : extras.album()) {
            leases.path(picture.file()).ifPresent(album::add);
          }
          return album.size() > 1
              ? Optional.of(TelegramRequests.album(to, replyTo, album))
              : Optional.empty();
        },
        (client, form) -> client.executeAsync(form));
    sendExtra(
        to,
        leases -> {
          Document document = extras.document().orElse(null);
          return document == null
              ? Optional.empty()
              : leases
                  .path(document.file())
                  .map(file -> TelegramRequests.document(to, replyTo, file, document.name()));
        },
        (client, form) -> client.executeAsync(form));
  }

  /// @param form the request with the files that are there, or nothing to send
  private <F, T> void sendExtra(Target to, Use<Optional<F>> form, Upload<F, T> upload)
      throws InterruptedException {
    try {
      using(leases -> {
        Optional<F> ready = form.of(leases);
        if (ready.isPresent()) {
          queue.await(queue.ticket(to.chat(), to.group(), OutgoingQueue.Rank.ANSWER));
          api.upload(client -> upload.from(client, ready.get()), () -> {});
        }
        return ready;
      });
    } catch (CallFailed failed) {
      log.atWarn().setCause(failed).log("what goes with a message was not sent");
    }
  }

  /// Text, under its picture when that can be shown: a question without it is better than none.
  private Message sendStill(Target to, OutboundMessage message)
      throws CallFailed, InterruptedException {
    Optional<Message> shown =
        using(leases -> {
          Optional<Path> picture = picture(message, leases);
          return picture.isPresent() ? sendPicture(to, message, picture.get()) : Optional.empty();
        });
    if (shown.isPresent()) {
      return shown.get();
    }
    var form = TelegramRequests.text(to, message);
    return api.call(client -> client.executeAsync(form));
  }

  private Optional<Message> sendPicture(Target to, OutboundMessage message, Path picture)
      throws CallFailed, InterruptedException {
    try {
      var form = TelegramRequests.photo(to, message, picture);
      return Optional.of(api.upload(client -> client.executeAsync(form), () -> {}));
    } catch (CallFailed failed) {
      if (failed.code != 400) {
        throw failed;
      }
      log.atWarn().setCause(failed).log("a picture was refused");
      return Optional.empty();
    }
  }

  private static Optional<Path> picture(OutboundMessage message, Leases leases) throws IOException {
    Optional<Illustration> picture = message.illustration();
    return picture.isPresent() ? leases.path(picture.get().file()) : Optional.empty();
  }

  /// Nothing is sent when a file cannot be brought here.
  private <T> T using(Use<T> use) throws CallFailed, InterruptedException {
    try (Leases leases = new Leases()) {
      return use.of(leases);
    } catch (IOException e) {
      throw new CallFailed(new SentMark.NotSent(e));
    }
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
    queue.await(queue.ticket(to.chat(), to.group(), OutgoingQueue.Rank.RESULT));
    using(leases -> {
      Optional<Path> file = leases.path(captions.file());
      if (file.isPresent()) {
        String name = "captions." + captions.extension();
        var form = TelegramRequests.document(to, replyTo, file.get(), name);
        api.upload(client -> client.executeAsync(form), () -> tellUploading(to));
      }
      return file.isPresent();
    });
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
              upload ->
                  client ->
                      client.executeAsync(TelegramRequests.media(at, replacement, video, upload)));
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
    return using(leases -> {
      Optional<Path> picture = picture(replacement, leases);
      if (picture.isEmpty()) {
        return editText(at, replacement);
      }
      var form = TelegramRequests.media(at, replacement, picture.get());
      return api.upload(client -> client.executeAsync(form), () -> {});
    });
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
    return using(leases -> {
      if (video.platformFile().isPresent()) {
        try {
          return Optional.of(api.call(call.from(VideoUpload.byId(video, leases))));
        } catch (CallFailed failed) {
          if (!forgotten(failed)) {
            throw failed;
          }
        }
      }
      VideoUpload upload = VideoUpload.byFile(video, leases);
      return fits(upload)
          ? Optional.of(api.upload(call.from(upload), () -> tellUploading(to)))
          : Optional.empty();
    });
  }

  private static boolean forgotten(CallFailed failed) {
    return failed.code == 400
        && (failed.says("file_id")
            || failed.says("file identifier")
            || failed.says("remote file")
            || failed.says("can't use file of type"));
  }

  private static boolean fits(VideoUpload upload) throws IOException {
    return upload.file().isPresent()
        && Files.size(upload.file().get()) <= TelegramChat.UPLOAD_BYTES;
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
