package app.photoplay.chat.web;

import app.photoplay.server.Network;
import app.photoplay.server.WebServer;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides who a request comes from and whether it may come at all.
///
/// The cookies are `SameSite=Lax` and not `Strict`: with `Strict`, following a link from another
/// site would arrive without the cookie and be given a new identity.
final class AccessGuard {
  private static final String VISITOR = "photoplay";
  private static final String ACCESS = "photoplay_access";
  private static final int A_YEAR = 365 * 24 * 60 * 60;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  /// What the page adds to its calls, for browsers that send neither `Sec-Fetch-Site` nor `Origin`.
  /// A foreign page cannot add it without asking first, and is never answered.
  private static final String OWN_HEADER = "X-Photoplay";

  private final WebSettings settings;
  private final String accessProof;
  private final SecureRandom random = new SecureRandom();
  private final Guesses guesses;

  AccessGuard(WebSettings settings, InstantSource time) {
    this.settings = settings;
    this.accessProof = sha256("access " + settings.accessToken());
    this.guesses = new Guesses(time);
  }

  /// Sets the headers that keep the page to itself.
  static void enter(Context ctx) {
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
  }

  /// Refuses what another site's page sent.
  void sameOrigin(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean same;
    if (site != null) {
      same = site.equals("same-origin");
    } else if (origin != null) {
      same = originIsHost(ctx, origin);
    } else {
      same = ctx.header(OWN_HEADER) != null;
    }
    if (!same) {
      throw foreign();
    }
  }

  /// The same for a live connection, where a page cannot add headers: programs send no `Origin`,
  /// browsers always do.
  void sameOriginLive(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    if (site != null ? !site.equals("same-origin") : origin != null && !originIsHost(ctx, origin)) {
      throw foreign();
    }
  }

  private static Refusal foreign() {
    return new Refusal(403, "origin", Phrase.WEB_ORIGIN);
  }

  private static boolean originIsHost(Context ctx, String origin) {
    int scheme = origin.indexOf("://");
    String host = ctx.header("Host");
    return scheme > 0 && host != null && origin.substring(scheme + 3).equalsIgnoreCase(host);
  }

  boolean hasAccess(Context ctx) {
    return settings.accessToken().isEmpty() || same(ctx.cookie(ACCESS), accessProof);
  }

  /// Lets a browser in that knows the token; false when it does not. Whoever has guessed wrong too
  /// often waits first, with the right token, too: else guessing would go on meanwhile.
  boolean grantAccess(Context ctx, String token) {
    if (settings.accessToken().isEmpty()) {
      return true;
    }
    String network = network(ctx);
    Duration pause = guesses.pause(network);
    if (pause.isPositive()) {
      long seconds = pause.plusMillis(999).toSeconds();
      ctx.header("Retry-After", Long.toString(seconds));
      throw new Refusal(
          429, "slow-down", Phrase.WEB_WRONG_TOKENS.with(Argument.SECONDS.of(seconds)));
    }
    if (!same(sha256("access " + token), accessProof)) {
      guesses.wrong(network);
      return false;
    }
    guesses.right(network);
    ctx.cookie(cookie(ctx, ACCESS, accessProof));
    return true;
  }

  /// Where a request comes from, see [Network#of(String)].
  static String network(Context ctx) {
    return Network.of(ctx.ip());
  }

  /// Gives the browser an identity when it has none.
  void welcome(Context ctx) {
    if (!SECRET.matcher(String.valueOf(ctx.cookie(VISITOR))).matches()) {
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      ctx.cookie(cookie(ctx, VISITOR, value));
    }
  }

  /// Who this is: a hash, so that the cookie itself stays between browser and gate.
  String visitor(Context ctx) {
    if (!hasAccess(ctx)) {
      throw new Refusal(401, "access", Phrase.WEB_ACCESS);
    }
    String secret = ctx.cookie(VISITOR);
    if (secret == null || !SECRET.matcher(secret).matches()) {
      throw new Refusal(401, "visitor", Phrase.WEB_VISITOR);
    }
    WebServer.known(ctx);
    return sha256("visitor " + secret).substring(0, 32);
  }

  private static Cookie cookie(Context ctx, String name, String value) {
    boolean https =
        ctx.scheme().equals("https")
            || "https".equalsIgnoreCase(String.valueOf(ctx.header("X-Forwarded-Proto")));
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(A_YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(https);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  private static boolean same(@Nullable String given, String expected) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
