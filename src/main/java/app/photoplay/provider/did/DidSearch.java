package app.photoplay.provider.did;

import app.photoplay.provider.remote.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Finds a talk by the reference that it was ordered under: D-ID repeats `user_data` in whatever it
/// says of a talk. Its list of all talks comes in pages, in an order that is not promised.
record DidSearch(DidAccount did) {
  /// D-ID's clock and ours may differ by so much.
  private static final Duration SKEW = Duration.ofHours(1);

  /// Of 100 talks each; who has more since one order went out looks for it himself.
  private static final int MOST_PAGES = 20;

  private static final String REFERENCE = "user_data";

  /// The talk's name; empty when D-ID has no such.
  ///
  /// @param since when it was ordered at the earliest
  /// @throws IOException when nobody can tell
  Optional<String> find(String reference, Instant since) throws IOException {
    Instant earliest = since.minus(SKEW);
    Instant last = Instant.MAX;
    boolean newestFirst = true;
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = did.get("/talks?limit=100" + token);
      JsonNode talks = answer.path("talks");
      if (!talks.isArray()) {
        throw new IOException("an answer without talks");
      }
      for (JsonNode talk : talks) {
        Instant created = created(talk);
        if (!created.isBefore(earliest) && isMeant(talk, reference)) {
          return Optional.of(talk.path("id").asText());
        }
        newestFirst &= !created.isAfter(last);
        last = created;
      }
      String next = answer.path("token").asText("");
      if (next.isEmpty() || (newestFirst && last.isBefore(earliest))) {
        return Optional.empty();
      }
      token = "&token=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    throw new IOException("more talks than anybody looks through");
  }

  /// What is not told in the list is asked of the talk itself.
  private boolean isMeant(JsonNode talk, String reference) throws IOException {
    if (talk.hasNonNull(REFERENCE)) {
      return reference.equals(talk.path(REFERENCE).asText());
    }
    try {
      return reference.equals(
          did.get("/talks/" + talk.path("id").asText()).path(REFERENCE).asText());
    } catch (Fault.Thrown e) {
      if (e.fault() instanceof Fault.Gone) {
        return false; // deleted since
      }
      throw e;
    }
  }

  /// Of a talk that does not say so, any moment may be meant.
  private static Instant created(JsonNode talk) {
    try {
      return OffsetDateTime.parse(talk.path("created_at").asText()).toInstant();
    } catch (DateTimeException _) {
      return Instant.MAX;
    }
  }
}
