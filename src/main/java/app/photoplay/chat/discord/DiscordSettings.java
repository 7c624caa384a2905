package app.photoplay.chat.discord;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which bot, at which server, and which part of its work.
///
/// @param token as the developer portal gives it; never shown
/// @param apiUrl where requests go, with the version 10; the gateway's address is asked for there
/// @param guilds servers in which commands are registered, at once, for development; none:
///   everywhere
/// @param shards into how many connections the servers are divided; 0 leaves it to Discord
/// @param range which of them are this program's; empty for all
public record DiscordSettings(
    String token, URI apiUrl, List<Long> guilds, int shards, Optional<Range> range) {

  /// Discord's own server.
  public static final URI DISCORD = URI.create("https://discord.com/api/v10");

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{20,200}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})-(\\d{1,4})");
  private static final int MOST_SHARDS = 1024;

  /// Shards, ends included.
  public record Range(int first, int last) {
    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  public DiscordSettings {
    guilds = List.copyOf(guilds);
  }

  private static final Kind<Integer> SHARDS =
      Kind.of(
          "auto or a number from 1 to " + MOST_SHARDS,
          text ->
              text.equals("auto")
                  ? Optional.of(0)
                  : Optional.of(text)
                      .filter(it -> it.matches("[1-9]\\d{0,3}"))
                      .map(Integer::valueOf)
                      .filter(it -> it <= MOST_SHARDS));

  private static final Kind<Optional<Range>> PART =
      Kind.of(
          "all or a part such as 0-3",
          text -> {
            Matcher range = RANGE.matcher(text);
            if (!range.matches()) {
              return text.equals("all") ? Optional.of(Optional.empty()) : Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            return first > last
                ? Optional.empty()
                : Optional.of(Optional.of(new Range(first, last)));
          });

  private static final Kind<List<Long>> GUILDS =
      Kind.of(
          "none or ids of servers with commas between",
          text ->
              text.equals("none")
                  ? Optional.of(List.of())
                  : Optional.of(text.replace(" ", ""))
                      .filter(it -> it.matches("\\d{5,20}(,\\d{5,20})*"))
                      .map(it -> List.of(it.split(",")).stream().map(Long::valueOf).toList()));

  /// Reads the section `discord`; empty without a token.
  public static Optional<DiscordSettings> read(Section discord) {
    URI server = discord.value("api-url", DISCORD.toString(), Values.SERVER);
    List<Long> guilds = discord.value("guilds", "none", GUILDS);
    int shards = discord.value("shards", "auto", SHARDS);
    Optional<Range> range = discord.value("shard-range", "all", PART);
    return discord
        .secret(
            "bot-token",
            it -> TOKEN.matcher(it).matches(),
            "does not look like a bot's token: copy it again from the developer portal, page Bot")
        .map(token -> new DiscordSettings(token.value(), server, guilds, shards, range));
  }

  /// At that server, with everything else as usual.
  public DiscordSettings(String token, URI apiUrl) {
    this(token, apiUrl, List.of(), 0, Optional.empty());
  }

  /// What requests begin with.
  String base() {
    return apiUrl.toString().replaceFirst("/+$", "") + "/";
  }

  @Override
  public String toString() {
    return "DiscordSettings[token=***, apiUrl=%s, shards=%s]".formatted(apiUrl, shards);
  }
}
