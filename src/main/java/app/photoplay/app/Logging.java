package app.photoplay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log: one stream, standard error, so that standard output belongs to results. Set up in code,
/// because reading XML would cost a tenth of every start.
public final class Logging {
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp{NONE}%n%ex";

  /// Causes without places in the code, which mean nothing to the person at the shell.
  private static final String BRIEF = "%-5level %logger{0}: %msg %kvp{NONE}%n%ex{0}";

  /// Libraries that say much, or that may put an address with a token into a message.
  private static final Map<String, Level> LIBRARIES =
      Map.ofEntries(
          Map.entry("marytts", Level.ERROR),
          Map.entry("org.flywaydb", Level.WARN),
          Map.entry("org.eclipse.jetty", Level.WARN),
          Map.entry("io.javalin", Level.WARN),
          Map.entry("org.jooq", Level.WARN),
          // every failure reaches us as an exception and is told there
          Map.entry("org.sqlite", Level.OFF),
          Map.entry("com.zaxxer.hikari", Level.OFF),
          Map.entry("org.telegram", Level.WARN),
          // it quotes what people wrote when it does not understand it
          Map.entry("net.dv8tion", Level.OFF),
          Map.entry("okhttp3", Level.WARN),
          Map.entry("com.github.kokorin.jaffree", Level.WARN));

  private Logging() {}

  /// Warnings in plain lines, briefly: right for commands that draw on the terminal. Called before
  /// anything logs.
  public static void quiet() {
    start(plain(BRIEF), Level.WARN);
  }

  /// Changes the form and the least level of everything that is logged from now on.
  static void start(boolean json, org.slf4j.event.Level level) {
    start(json ? json() : plain(PLAIN), Level.convertAnSLF4JLevel(level));
  }

  private static void start(Encoder<ILoggingEvent> encoder, Level level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      apply(context, encoder, level);
    }
  }

  private static void apply(LoggerContext context, Encoder<ILoggingEvent> encoder, Level level) {
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
    LIBRARIES.forEach((name, least) ->
        context.getLogger(name).setLevel(least.isGreaterOrEqual(level) ? least : level));
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static Encoder<ILoggingEvent> plain(String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(pattern);
    return encoder;
  }
}
