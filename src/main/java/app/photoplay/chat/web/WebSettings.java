package app.photoplay.chat.web;

import java.nio.file.Path;

/// How the web chat is set up.
///
/// @param uploads folder for what people send, made when it is not there
/// @param accessToken what a browser must show once, empty when everybody may use the chat
/// @param language of sentences for browsers that state none we speak
/// @param visitors how many new people it takes
public record WebSettings(Path uploads, String accessToken, String language, Visitors visitors) {

  /// How many new people the chat takes in a day. Whoever has written once is not new any more. 0
  /// is no limit.
  ///
  /// @param perDay altogether
  /// @param perNetwork from one IPv4 address or one IPv6 network of 64 bits; with it, messages and
  ///   files from there are limited together, too
  public record Visitors(int perDay, int perNetwork) {
    /// For a chat that nobody else can reach.
    public static final Visitors UNLIMITED = new Visitors(0, 0);
  }

  /// The largest file that is taken.
  public static final long UPLOAD_BYTES = 20L << 20;

  /// In English, for a chat that nobody else can reach.
  public WebSettings(Path uploads, String accessToken) {
    this(uploads, accessToken, "en", Visitors.UNLIMITED);
  }

  @Override
  public String toString() {
    return "WebSettings[uploads="
        + uploads
        + ", accessToken="
        + (accessToken.isEmpty() ? "none" : "***")
        + ", language="
        + language
        + ", visitors="
        + visitors
        + "]";
  }
}
