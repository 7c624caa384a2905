package app.photoplay.config;

/// A value that must not be shown: it prints as `***`.
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
