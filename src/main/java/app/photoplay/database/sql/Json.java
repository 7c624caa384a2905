package app.photoplay.database.sql;

import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON that stands in columns.
public final class Json {
  private static final Codec<Result> RESULTS = Codec.json(Result.class);
  private static final Codec<Failure> FAILURES = Codec.json(Failure.class);

  private Json() {}

  public static String artifacts(List<Artifact> artifacts) {
    return RESULTS.encode(new Result(artifacts));
  }

  public static List<Artifact> artifacts(@Nullable String text) {
    return text == null ? List.of() : RESULTS.decode(text).artifacts();
  }

  public static String failure(Failure failure) {
    return FAILURES.encode(failure);
  }

  public static Failure failure(String text) {
    return FAILURES.decode(text);
  }

  private record Result(List<Artifact> artifacts) {}
}
