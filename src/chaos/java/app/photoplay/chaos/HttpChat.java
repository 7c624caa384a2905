package app.photoplay.chaos;

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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The chat of a [ProviderServer]: takes messages, shows nothing, hears nothing.
final class HttpChat implements ChatPlatform {
  static final String NAME = "chaos";

  private final Http http;

  HttpChat(URI server, Duration timeout) {
    this.http = new Http(server, timeout);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(UpdateSink sink, List<CommandInfo> commands) {}

  @Override
  public void stop() {}

  @Override
  public void close() {}

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message)
      throws InterruptedException {
    String order = message.replyTo().map(MessageRef::message).orElseThrow();
    return outcome(
        http.to("/messages")
            .header(ProviderServer.KIND, message.kind().name())
            .header(ProviderServer.ORDER, order)
            .POST(BodyPublishers.noBody()));
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement)
      throws InterruptedException {
    return outcome(
        http.to("/messages/" + message.message())
            .header(ProviderServer.KIND, replacement.kind().name())
            .PUT(BodyPublishers.noBody()));
  }

  private SendOutcome outcome(HttpRequest.Builder question) throws InterruptedException {
    return switch (http.ask(question)) {
      case Http.Reply.NotSent _ -> new SendOutcome.Later(Duration.ofMillis(200));
      case Http.Reply.Silence(var cause) -> new SendOutcome.Unsure(cause, false);
      case Http.Reply.Answer(_, var message) -> new SendOutcome.Sent(message, Optional.empty());
    };
  }

  @Override
  public void acknowledge(ChatUpdate update, String notice) {}

  @Override
  public Download download(Attachment attachment, Path target, long limit) {
    throw new UnsupportedOperationException("nobody sends files here");
  }

  @Override
  public PlatformLimits limits(Conversation conversation) {
    return PlatformLimits.none(Duration.ofMillis(100));
  }

  @Override
  public String trouble() {
    return "";
  }
}
