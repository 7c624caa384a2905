package app.photoplay.chat.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
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
  private static final String CONNECTION = "photoplay.connection";

  private final Gate gate;
  private final WebCalls calls;
  private final WebMedia media;
  private final Live live;
  private final WebStore store;
  private final PageFiles page = new PageFiles();

  WebRoutes(Gate gate, WebCalls calls, WebMedia media, Live live, WebStore store) {
    this.gate = gate;
    this.calls = calls;
    this.media = media;
    this.live = live;
    this.store = store;
  }

  /// A call by a known visitor.
  private interface Call {
    void handle(Context ctx, String visitor) throws IOException;
  }

  void add(RoutesConfig routes) {
    routes.get("/", guarded(this::home));
    for (String name : PageFiles.parts()) {
      routes.get("/" + name, guarded(ctx -> page.send(ctx, name)));
    }
    routes.post("/login", guarded(this::login));
    routes.get(API + "history", read(calls::history));
    routes.post(API + "uploads", write(calls::upload));
    routes.delete(API + "uploads/{upload}", write(calls::discard));
    routes.post(API + "messages", write(calls::message));
    routes.post(API + "buttons", write(calls::button));
    routes.get(MESSAGE + "video", read(media::video));
    routes.get(MESSAGE + "cover", read(media::cover));
    routes.get(MESSAGE + "picture", read(media::picture));
    routes.get(MESSAGE + "download", read(media::download));
    routes.get(MESSAGE + "captions", read(media::captions));
    routes.get(MESSAGE + "uploads/{upload}", read(media::upload));
    routes.wsBeforeUpgrade(LIVE, this::beforeLive);
    routes.ws(
        LIVE,
        ws -> {
          ws.onConnect(this::connected);
          ws.onClose(ctx -> left(ctx.attribute(VISITOR), ctx.attribute(CONNECTION)));
        });
  }

  private Handler read(Call call) {
    return guarded(ctx -> call.handle(ctx, gate.visitor(ctx)));
  }

  private Handler write(Call call) {
    return guarded(ctx -> {
      gate.sameOrigin(ctx);
      call.handle(ctx, gate.visitor(ctx));
    });
  }

  private Handler guarded(Handler inner) {
    return ctx -> {
      try {
        gate.enter(ctx);
        inner.handle(ctx);
      } catch (Refusal refusal) {
        refuse(ctx, refusal);
      }
    };
  }

  private static void refuse(Context ctx, Refusal refusal) {
    ctx.status(refusal.status);
    ctx.header("Cache-Control", "no-store");
    WebCalls.json(
        ctx,
        Content.JSON
            .createObjectNode()
            .put("error", refusal.code)
            .put("sentence", refusal.sentence()));
  }

  private void home(Context ctx) {
    String token = ctx.queryParam("token");
    if (token != null && gate.grantAccess(ctx, token)) {
      // The token must not stay in the address bar and the history.
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } else if (gate.hasAccess(ctx)) {
      gate.welcome(ctx);
      page.send(ctx, "index.html");
    } else {
      ctx.status(401);
      page.send(ctx, "login.html");
    }
  }

  private void login(Context ctx) {
    gate.sameOrigin(ctx);
    String token = ctx.formParam("token");
    if (token != null && gate.grantAccess(ctx, token)) {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } else {
      ctx.redirect("/?wrong", HttpStatus.SEE_OTHER);
    }
  }

  private void beforeLive(Context ctx) {
    try {
      gate.enter(ctx);
      gate.sameOriginLive(ctx);
      ctx.attribute(VISITOR, gate.visitor(ctx));
    } catch (Refusal refusal) {
      refuse(ctx, refusal);
      ctx.skipRemainingHandlers();
    }
  }

  private void connected(WsConnectContext ctx) {
    String visitor = ctx.attribute(VISITOR);
    if (visitor == null) {
      ctx.closeSession(1008, "Not allowed.");
      return;
    }
    String known = ctx.queryParam("after");
    long after = known != null && known.matches("\\d{1,18}") ? Long.parseLong(known) : 0;
    LiveConnection connection = new LiveConnection(ctx, store, visitor);
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
