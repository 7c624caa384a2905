package app.photoplay.chat.web;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.storage.Lease;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The page's calls: uploads, messages, buttons, history. Who calls is decided before, by the
/// [AccessGuard].
final class WebCalls {
  private static final int HISTORY = 50;
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w{1,64})?(?:\\s+(.*))?", Pattern.DOTALL);

  private final WebStore store;
  private final Uploads uploads;
  private final LiveConnections live;
  private final Wording wording;
  private final InstantSource time;
  private final Visitors visitors;
  private final int recordSeconds;
  private volatile @Nullable UpdateSink sink;
  private volatile PageCommands commands;

  WebCalls(
      WebSettings settings,
      WebStore store,
      Uploads uploads,
      LiveConnections live,
      Wording wording,
      InstantSource time) {
    this.store = store;
    this.uploads = uploads;
    this.live = live;
    this.wording = wording;
    this.commands = new PageCommands(List.of(), wording);
    this.time = time;
    this.visitors = new Visitors(settings, store, time);
    this.recordSeconds = settings.recordSeconds();
  }

  void open(UpdateSink sink, List<CommandInfo> commands) {
    this.commands = new PageCommands(commands, wording);
    this.sink = sink;
  }

  void close() {
    sink = null;
  }

  boolean isOpen() {
    return sink != null;
  }

  void history(Context ctx, String visitor) {
    long change = store.lastChange(visitor);
    long before = number(ctx, "before", Long.MAX_VALUE);
    int limit = (int) Math.clamp(number(ctx, "limit", HISTORY), 1L, 200L);
    ObjectNode reply = Content.JSON.createObjectNode();
    reply.put("change", change);
    ArrayNode messages = reply.putArray("messages");
    List<WebMessage> found = store.newest(visitor, before, limit + 1);
    boolean more = found.size() > limit;
    found.stream().skip(more ? 1 : 0).forEach(m -> messages.add(Content.forPage(m)));
    reply.put("more", more);
    reply.put("uploadBytes", WebSettings.UPLOAD_BYTES);
    reply.put("recordSeconds", recordSeconds);
    commands.describe(reply);
    json(ctx, reply);
  }

  static long number(Context ctx, String name, long otherwise) {
    String given = ctx.queryParam(name);
    if (given == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException notOne) {
      throw Refusal.malformed(name + " must be a number");
    }
  }

  void upload(Context ctx, String visitor) throws IOException {
    visitors.sendsFile(visitor, AccessGuard.network(ctx));
    try (InputStream body = ctx.bodyInputStream()) {
      if (ctx.req().getContentLengthLong() > WebSettings.UPLOAD_BYTES) {
        Uploads.drain(body);
        throw Uploads.tooLarge();
      }
      String id = uploads.receive(visitor, body);
      ctx.status(201);
      json(ctx, Content.JSON.createObjectNode().put("id", id));
    }
  }

  void discard(Context ctx, String visitor) throws IOException {
    uploads.discard(visitor, ctx.pathParam("upload"));
    ctx.status(204);
  }

  void message(Context ctx, String visitor) throws IOException {
    UpdateSink open = openSink(ctx, visitor);
    Incoming call = Incoming.read(ctx);
    String clientId = call.randomId("clientId");
    String words = call.words();
    Map<String, String> options = call.options(commands.optionNames());
    Person person = call.person(visitor);
    String replyTo = call.text("replyTo", 80);
    Optional<WebMessage> answered =
        replyTo.isEmpty() ? Optional.empty() : Optional.of(stored(visitor, replyTo));
    List<Content.Sent> files = kept(visitor, call.files());
    if (words.isEmpty() && files.isEmpty()) {
      throw new Refusal(400, "empty", Phrase.WEB_EMPTY);
    }

    String id = "u" + clientId;
    Content content = Content.own(words, replyTo.isEmpty() ? null : replyTo, files);
    WebMessage message = store.add(visitor, id, true, time.instant(), content.json());
    live.changed(visitor);
    MessageRef ref = new MessageRef(WebChat.conversation(visitor), id);
    String updateId = "message:" + visitor + ":" + clientId;
    List<Attachment> attachments = attachments(visitor, files);
    Optional<ChatUpdate.Replied> replied =
        answered.isPresent() ? Optional.of(replied(visitor, answered.get())) : Optional.empty();
    Matcher command = COMMAND.matcher(words);
    ChatUpdate update;
    if (command.matches()) {
      String rest = Optional.ofNullable(command.group(2)).orElse("").strip();
      String name = command.group(1).toLowerCase(Locale.ROOT);
      update =
          new ChatUpdate.CommandCall(
              updateId, person, ref, name, rest, options, attachments, replied);
    } else {
      update =
          new ChatUpdate.PlainMessage(updateId, person, ref, words, options, attachments, replied);
    }
    open.accept(update);
    ctx.status(201);
    json(ctx, Content.forPage(message));
  }

  void button(Context ctx, String visitor) throws IOException {
    UpdateSink open = openSink(ctx, visitor);
    Incoming call = Incoming.read(ctx);
    String pressId = call.randomId("pressId");
    Person person = call.person(visitor);
    String data = call.text("data", 64);
    WebMessage message = stored(visitor, call.text("message", 80));
    MessageRef ref = new MessageRef(WebChat.conversation(visitor), message.id());
    String id = "press:" + visitor + ":" + pressId;
    open.accept(new ChatUpdate.ButtonPress(id, person, ref, data));
    ctx.status(202);
    json(ctx, Content.JSON.createObjectNode());
  }

  private UpdateSink openSink(Context ctx, String visitor) {
    UpdateSink open = sink;
    if (open == null) {
      throw new Refusal(503, "closed", Phrase.WEB_CLOSED);
    }
    visitors.writes(visitor, AccessGuard.network(ctx));
    return open;
  }

  private WebMessage stored(String visitor, String id) {
    return store.find(visitor, id).orElseThrow(Refusal::unknown);
  }

  private List<Content.Sent> kept(String visitor, List<Incoming.File> files) throws IOException {
    List<Content.Sent> sent = new ArrayList<>();
    for (Incoming.File file : files) {
      try (Lease lease = uploads.keep(visitor, file.id()).orElseThrow(Refusal::unknown)) {
        long bytes = Files.size(lease.path());
        String seen = Uploads.mediaType(lease.path(), file.type());
        String type = seen.isEmpty() ? file.type() : seen;
        sent.add(new Content.Sent(file.id(), file.name(), type, bytes));
      }
    }
    return sent;
  }

  private List<Attachment> attachments(String visitor, List<Content.Sent> files)
      throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (Content.Sent file : files) {
      Optional<Lease> kept = uploads.kept(visitor, file.id());
      if (kept.isPresent()) {
        try (Lease lease = kept.get()) {
          attachments.add(
              new Attachment(
                  Uploads.kindOf(lease.path(), file.type()),
                  visitor + "/" + file.id(),
                  file.name(),
                  file.type(),
                  file.bytes()));
        }
      }
    }
    return attachments;
  }

  private ChatUpdate.Replied replied(String visitor, WebMessage message) throws IOException {
    return new ChatUpdate.Replied(
        new MessageRef(WebChat.conversation(visitor), message.id()),
        !message.own(),
        attachments(visitor, Content.parse(message.content()).uploads()));
  }

  static void json(Context ctx, ObjectNode reply) {
    ctx.contentType("application/json; charset=utf-8");
    ctx.result(reply.toString());
  }
}
