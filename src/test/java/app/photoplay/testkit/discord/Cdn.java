package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The servers that keep files, at addresses which are good for a day. Guarded by the state's lock.
final class Cdn {
  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final Pattern QUERY =
      Pattern.compile("ex=([0-9a-f]+)&is=([0-9a-f]+)&hm=([0-9a-f]{64})&?");
  private static final String SECRET = "only Discord knows";

  private final InstantSource clock;
  private final Map<String, Attachment> byPath = new HashMap<>();
  private String base = "";

  Cdn(InstantSource clock) {
    this.clock = clock;
  }

  void base(String address) {
    base = address;
  }

  void keep(Attachment file) {
    byPath.put(path(file), file);
  }

  void forget(long id) {
    byPath.values().removeIf(it -> it.id() == id);
  }

  private static String path(Attachment file) {
    return "/%s/%d/%d/%s"
        .formatted(
            file.ephemeral() ? "ephemeral-attachments" : "attachments",
            file.channel(),
            file.id(),
            file.name().replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  /// An address that is good from now on.
  String url(Attachment file) {
    long now = clock.instant().getEpochSecond();
    String times =
        "ex=%s&is=%s"
            .formatted(Long.toHexString(now + GOOD_FOR.toSeconds()), Long.toHexString(now));
    return "%s%s?%s&hm=%s&".formatted(base, path(file), times, signature(path(file), times));
  }

  /// What lies there, if the address is whole and still good.
  Optional<Attachment> at(String path, String query) {
    Matcher matcher = QUERY.matcher(query);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String times = "ex=%s&is=%s".formatted(matcher.group(1), matcher.group(2));
    boolean good =
        signature(path, times).equals(matcher.group(3))
            && clock.instant().getEpochSecond() < Long.parseLong(matcher.group(1), 16);
    return good ? Optional.ofNullable(byPath.get(path)) : Optional.empty();
  }

  private static String signature(String path, String times) {
    return sha256((path + times + SECRET).getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  ObjectNode json(Attachment file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", Long.toString(file.id())).put("filename", file.name());
    json.put("size", file.bytes()).put("url", url(file)).put("proxy_url", url(file));
    json.put("content_type", file.contentType());
    if (!file.description().isEmpty()) {
      json.put("description", file.description());
    }
    if (file.contentType().startsWith("image/")) {
      size(file.file()).ifPresent(it -> json.put("width", it.width).put("height", it.height));
    }
    if (file.ephemeral()) {
      json.put("ephemeral", true);
    }
    if (file.seconds() > 0) {
      json.put("duration_secs", file.seconds()).put("waveform", "AAAAFB4oMjw=");
    }
    return json;
  }

  private static Optional<Dimension> size(Path picture) {
    try (var in = ImageIO.createImageInputStream(Files.newInputStream(picture))) {
      var readers = ImageIO.getImageReaders(in);
      if (readers.hasNext()) {
        ImageReader reader = readers.next();
        reader.setInput(in);
        return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
      }
    } catch (IOException _) {
      // not a picture, whatever its name says
    }
    return Optional.empty();
  }
}
