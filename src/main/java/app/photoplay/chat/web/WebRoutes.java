package app.photoplay.chat.web;

import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.websocket.WsConnectContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lies at which address, and what a request must pass before it gets there.
final class WebRoutes {
  private static final Logger log = LoggerFactory.getLogger(WebRoutes.class);
  private static final String API = "/api/chat/";
  private static final String LIVE = API + "live";
  private static final String MESSAGE = API + "messages/{message}/";

  /// Close code for a browser with too many windows.
  private static final int TOO_MANY = 4429;

  private static final int GOING_AWAY = 1001;

  private static final String VISITOR = "photoplay.visitor";
  private static final String NETWORK = "photoplay.network";
  private static final String CONNECTION = "photoplay.connection";

  private final AccessGuard gate;
  private final WebCalls calls;
  private final WebMedia media;
  private final LiveConnections live;
  private final WebStore store;
  private final Failures failures;
  private final Wording wording;
  private final PageFiles page;

  WebRoutes(
      AccessGuard gate,
      WebCalls calls,
      WebMedia media,
      LiveConnections live,
      WebStore store,
      Failures failures,
      Wording wording) {
    this.gate = gate;
    this.calls = calls;
    this.media = media;
    this.live = live;
    this.store = store;
    this.failures = failures;
    this.wording = wording;
    this.page = new PageFiles(wording);
  }

  /// A call by a known visitor.
  private interface Call {
    void handle(Context ctx, String visitor) throws IOException;
  }

  void add(RoutesConfig routes) {
    routes.before(AccessGuard::enter);
    get(routes, "/", this::home);
    for (String name : PageFiles.parts()) {
      get(routes, "/" + name, ctx -> page.send(ctx, name));
    }
    get(routes, "/words.json", ctx -> page.words(ctx, language(ctx)));
    get(routes, "/login", this::home);
    routes.post("/login", this::login);
    get(routes, VideoLinks.PATH + "{link}", this::linked);
    get(routes, API + "history", read(calls::history));
    routes.post(API + "uploads", write(calls::upload));
    routes.delete(API + "uploads/{upload}", write(calls::discard));
    routes.post(API + "messages", write(calls::message));
    routes.post(API + "buttons", write(calls::button));
    get(routes, MESSAGE + "video", read(media::video));
    get(routes, MESSAGE + "cover", read(media::cover));
    get(routes, MESSAGE + "picture", read(media::picture));
    get(routes, MESSAGE + "download", read(media::download));
    get(routes, MESSAGE + "captions", read(media::captions));
    get(routes, MESSAGE + "document", read(media::document));
    get(routes, MESSAGE + "uploads/{upload}", read(media::upload));
    routes.wsBeforeUpgrade(LIVE, this::beforeLive);
    routes.ws(
        LIVE,
        ws -> {
          ws.onConnect(this::connected);
          ws.onClose(ctx -> left(ctx.attribute(VISITOR), ctx.attribute(CONNECTION)));
        });
    routes.exception(Exception.class, this::failed);
    routes.exception(HttpResponseException.class, this::failed);
  }

  /// HEAD is answered like GET, without the body, which Jetty leaves out.
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private Handler read(Call call) {
    return ctx -> attempt(ctx, call, gate.visitor(ctx));
  }

  private Handler write(Call call) {
    return ctx -> {
      gate.sameOrigin(ctx);
      attempt(ctx, call, gate.visitor(ctx));
    };
  }

  /// Javalin would answer an [IOException] of the client's connection by itself.
  private void attempt(Context ctx, Call call, String visitor) {
    try {
      call.handle(ctx, visitor);
    } catch (IOException failed) {
      failed(failed, ctx);
    }
  }

  private void linked(Context ctx) {
    try {
      media.linked(ctx);
    } catch (IOException failed) {
      failed(failed, ctx);
    }
  }

  private void failed(Exception failure, Context ctx) {
    refuse(ctx, failures.refusal(failure, HandlerType.POST.equals(ctx.method())));
  }

  private void refuse(Context ctx, Refusal refusal) {
    ctx.status(refusal.status);
    ctx.header("Cache-Control", "no-store");
    String sentence = wording.say(language(ctx), refusal.sentence);
    if (ctx.path().equals("/login")) {
      page.login(ctx, language(ctx), sentence);
    } else if (ctx.path().startsWith(VideoLinks.PATH)) {
      page.link(ctx, language(ctx), sentence);
    } else {
      WebCalls.json(
          ctx,
          Content.JSON.createObjectNode().put("error", refusal.code).put("sentence", sentence));
    }
  }

  /// The language that a browser asks for first, if it is spoken.
  private String language(Context ctx) {
    String wanted = ctx.header("Accept-Language");
    return wording.language(wanted == null ? "" : wanted.split("[,;]", 2)[0].strip());
  }

  private void home(Context ctx) {
    if (gate.hasAccess(ctx)) {
      gate.welcome(ctx);
      if (ctx.path().equals("/")) {
        page.chat(ctx, language(ctx));
      } else {
        ctx.redirect("/", HttpStatus.SEE_OTHER);
      }
    } else {
      ctx.status(401);
      page.login(ctx, language(ctx), "");
    }
  }

  private void login(Context ctx) {
    gate.sameOrigin(ctx);
    try {
      if (!gate.grantAccess(ctx, Incoming.field(ctx, "token"))) {
        throw new Refusal(401, "access", Phrase.WEB_WRONG_TOKEN);
      }
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } catch (IOException failed) {
      failed(failed, ctx);
    }
  }

  private void beforeLive(Context ctx) {
    try {
      AccessGuard.enter(ctx);
      gate.sameOriginLive(ctx);
      ctx.attribute(VISITOR, gate.visitor(ctx));
      ctx.attribute(NETWORK, AccessGuard.network(ctx));
    } catch (Refusal refusal) {
      refuse(ctx, refusal);
      ctx.skipRemainingHandlers();
    }
  }

  private void connected(WsConnectContext ctx) {
    String visitor = ctx.attribute(VISITOR);
    String network = ctx.attribute(NETWORK);
    if (visitor == null || network == null) {
      ctx.closeSession(1008, "Not allowed.");
      return;
    }
    String known = ctx.queryParam("after");
    long after = known != null && known.matches("\\d{1,18}") ? Long.parseLong(known) : 0;
    LiveConnection connection = new LiveConnection(ctx, store, visitor, network);
    if (!live.join(visitor, connection)) {
      ctx.closeSession(live.isClosed() ? GOING_AWAY : TOO_MANY, "No room for this window.");
      return;
    }
    ctx.attribute(CONNECTION, connection);
    Thread.ofVirtual().name("web-live").start(() -> run(connection, visitor, after));
  }

  private void run(LiveConnection connection, String visitor, long after) {
    try {
      connection.run(after);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      log.atWarn().addKeyValue("platform", WebChat.NAME).setCause(broken).log("connection lost");
    } finally {
      live.leave(visitor, connection);
      connection.abandon();
    }
  }

  private void left(@Nullable String visitor, @Nullable LiveConnection connection) {
    if (visitor != null && connection != null) {
      live.leave(visitor, connection);
      connection.close();
    }
  }
}
