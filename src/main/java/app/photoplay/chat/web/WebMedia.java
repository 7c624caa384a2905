package app.photoplay.chat.web;

import app.photoplay.storage.Lease;
import app.photoplay.wording.Phrase;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The videos, covers and pictures of a conversation. A request names a message, never a file.
final class WebMedia {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

  private final WebStore store;
  private final Uploads uploads;
  private final Lease.Source files;
  private final VideoLinks links;

  WebMedia(WebStore store, Uploads uploads, Lease.Source files, VideoLinks links) {
    this.store = store;
    this.uploads = uploads;
    this.files = files;
    this.links = links;
  }

  void video(Context ctx, String visitor) throws IOException {
    Content.Clip clip = clip(message(ctx, visitor));
    RangeReply.send(ctx, made(clip.content()), "video/mp4", clip.content());
  }

  /// The video behind a link, for whoever has it.
  void linked(Context ctx) throws IOException {
    Optional<String> content = links.video(ctx.pathParam("link"));
    Optional<Lease> file = content.isPresent() ? files.open(content.get()) : Optional.empty();
    if (content.isEmpty() || file.isEmpty()) {
      throw new Refusal(404, "link", Phrase.WEB_LINK_OVER);
    }
    ctx.header("X-Robots-Tag", "noindex");
    String name = "photoplay-" + content.get().substring(0, 6) + ".mp4";
    ctx.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    RangeReply.send(ctx, file.get(), "video/mp4", content.get());
    ctx.header("Cache-Control", "private, max-age=600");
  }

  void download(Context ctx, String visitor) throws IOException {
    WebMessage message = message(ctx, visitor);
    Content.Clip clip = clip(message);
    Lease file = made(clip.content());
    attach(ctx, message, clip, "mp4");
    RangeReply.send(ctx, file, "video/mp4", clip.content());
  }

  void captions(Context ctx, String visitor) throws IOException {
    WebMessage message = message(ctx, visitor);
    Content.Clip clip = clip(message);
    Content.Captions captions = clip.captions();
    if (captions == null) {
      throw Refusal.unknown();
    }
    Lease file = made(captions.content());
    attach(ctx, message, clip, captions.kind());
    String type = captions.kind().equals("vtt") ? "text/vtt" : "application/x-subrip";
    RangeReply.send(ctx, file, type + "; charset=utf-8", captions.content());
  }

  private static void attach(Context ctx, WebMessage message, Content.Clip clip, String extension) {
    String name =
        "photoplay-"
            + DAY.format(message.time())
            + "-"
            + clip.content().substring(0, 6)
            + "."
            + extension;
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  void cover(Context ctx, String visitor) throws IOException {
    String cover = clip(message(ctx, visitor)).cover();
    RangeReply.send(ctx, made(cover), "image/jpeg", String.valueOf(cover));
  }

  void picture(Context ctx, String visitor) throws IOException {
    Content.Still picture = Content.parse(message(ctx, visitor).content()).picture();
    if (picture == null) {
      throw Refusal.unknown();
    }
    RangeReply.send(ctx, made(picture.content()), "image/jpeg", picture.content());
  }

  void document(Context ctx, String visitor) throws IOException {
    Content.Doc document = Content.parse(message(ctx, visitor).content()).document();
    if (document == null) {
      throw Refusal.unknown();
    }
    Lease file = made(document.content());
    // our own commands name it, with letters and digits
    ctx.header("Content-Disposition", "attachment; filename=\"" + document.name() + "\"");
    String sound = Uploads.mediaType(file.path(), "audio/");
    String type = sound.startsWith("audio/") ? sound : "application/octet-stream";
    RangeReply.send(ctx, file, type, document.content());
  }

  void upload(Context ctx, String visitor) throws IOException {
    String id = ctx.pathParam("upload");
    Content.Sent sent =
        Content.parse(message(ctx, visitor).content()).uploads().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(Refusal::unknown);
    Lease file = uploads.kept(visitor, id).orElseThrow(Refusal::gone);
    String type = Uploads.mediaType(file.path(), sent.type());
    if (type.isEmpty()) {
      ctx.header("Content-Disposition", "attachment");
    }
    RangeReply.send(ctx, file, type.isEmpty() ? "application/octet-stream" : type, id);
  }

  private WebMessage message(Context ctx, String visitor) {
    return store.find(visitor, ctx.pathParam("message")).orElseThrow(Refusal::unknown);
  }

  private static Content.Clip clip(WebMessage message) {
    Content.Clip clip = Content.parse(message.content()).video();
    if (clip == null) {
      throw Refusal.unknown();
    }
    return clip;
  }

  /// Closed by [RangeReply].
  private Lease made(@Nullable String content) throws IOException {
    Optional<Lease> file = content == null ? Optional.empty() : files.open(content);
    return file.orElseThrow(Refusal::gone);
  }
}
