package app.photoplay.chat.web;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Download;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.storage.Lease;
import app.photoplay.storage.upload.UploadStore;
import app.photoplay.wording.Wording;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The web chat as a platform. Its [#routes(RoutesConfig)] must be part of a running Javalin
/// server; sending works without any, also while no browser is connected.
public final class WebChat implements ChatPlatform {
  static final String NAME = "web";
  private static final Logger log = LoggerFactory.getLogger(WebChat.class);
  private static final Duration EDIT_GAP = Duration.ofMillis(300);
  private static final Duration UNSENT_UPLOADS_LIVE = Duration.ofHours(24);

  private final WebStore store;
  private final Uploads uploads;
  private final InstantSource time;
  private final LiveConnections live = new LiveConnections();
  private final WebCalls calls;
  private final WebRoutes routes;
  private final SecureRandom random = new SecureRandom();

  /// Makes the chat.
  ///
  /// @param sent what people send
  /// @param files where the videos and pictures of messages are stored
  /// @param links to videos, which are served here
  /// @param full whether what `store` or the sink of updates threw means that there is no room on
  ///   the disk
  public WebChat(
      WebSettings settings,
      WebStore store,
      UploadStore sent,
      Lease.Source files,
      VideoLinks links,
      Predicate<Throwable> full,
      InstantSource time) {
    this.store = store;
    this.time = time;
    this.uploads = new Uploads(sent);
    Wording wording = new Wording(settings.language());
    this.calls = new WebCalls(settings, store, uploads, live, wording, time);
    WebMedia media = new WebMedia(store, uploads, files, links);
    this.routes =
        new WebRoutes(
            new AccessGuard(settings, time),
            calls,
            media,
            live,
            store,
            new Failures(full),
            wording);
  }

  static Conversation conversation(String visitor) {
    return new Conversation(NAME, visitor, "", false);
  }

  /// Adds the page, its calls under `/api/chat/` and `/login` to a server.
  public void routes(RoutesConfig config) {
    routes.add(config);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(UpdateSink sink, List<CommandInfo> commands) {
    try {
      uploads.sweep(time.instant().minus(UNSENT_UPLOADS_LIVE));
    } catch (IOException unreadable) {
      log.atWarn().addKeyValue("platform", NAME).setCause(unreadable).log("uploads not swept");
    }
    calls.open(sink, commands);
  }

  @Override
  public void refresh() {
    live.refresh(store);
  }

  @Override
  public void stop() {
    calls.close();
  }

  @Override
  public void close() {
    calls.close();
    live.close();
  }

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message) {
    byte[] bits = new byte[12];
    random.nextBytes(bits);
    String id = "b" + HexFormat.of().formatHex(bits);
    String visitor = conversation.chat();
    store.add(visitor, id, false, time.instant(), Content.of(message).json());
    live.changed(visitor);
    return new SendOutcome.Sent(id, Optional.empty());
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement) {
    String visitor = message.conversation().chat();
    Optional<WebMessage> there = store.find(visitor, message.message());
    if (there.isEmpty() || there.get().own()) {
      return new SendOutcome.MessageGone();
    }
    store.replace(visitor, message.message(), Content.of(replacement).json());
    live.changed(visitor);
    return new SendOutcome.Sent(message.message(), Optional.empty());
  }

  @Override
  public void acknowledge(ChatUpdate update, String notice) {
    String visitor = update.message().conversation().chat();
    String press = "";
    if (update instanceof ChatUpdate.ButtonPress) {
      press = update.id().substring(update.id().lastIndexOf(':') + 1);
    } else {
      try {
        store.see(visitor, update.message().message());
        live.changed(visitor);
      } catch (RuntimeException bestEffort) {
        log.atWarn().addKeyValue("platform", NAME).setCause(bestEffort).log("not marked as seen");
      }
    }
    if (!notice.isEmpty() || !press.isEmpty()) {
      live.notice(
          visitor,
          Content.JSON
              .createObjectNode()
              .put("type", "notice")
              .put("press", press)
              .put("text", notice));
    }
  }

  @Override
  public Download download(Attachment attachment, Path target, long limit) {
    try {
      Optional<Lease> file = uploads.attached(attachment.file());
      if (file.isEmpty()) {
        return new Download.Expired();
      }
      try (Lease lease = file.get()) {
        if (Files.size(lease.path()) > limit) {
          return new Download.TooLarge(limit);
        }
        return new Download.Fetched(
            Files.copy(lease.path(), target, StandardCopyOption.REPLACE_EXISTING));
      }
    } catch (NoSuchFileException swept) {
      return new Download.Expired();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public PlatformLimits limits(Conversation conversation) {
    return PlatformLimits.none(EDIT_GAP);
  }

  @Override
  public String trouble() {
    return calls.isOpen() ? "" : "The web chat does not take messages at the moment.";
  }
}
