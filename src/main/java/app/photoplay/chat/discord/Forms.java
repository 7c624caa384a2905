package app.photoplay.chat.discord;

import app.photoplay.chat.Pages;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.storage.ContentRef;
import app.photoplay.storage.Leases;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/// A message as Discord is given it: text in a box whose colour says what it is, a video with its
/// text above. Nothing that people wrote mentions anybody or is read as markup.
final class Forms {
  /// Of a box, after the escapes.
  static final int BOX_UNITS = 4096;

  /// Above a video, after the escapes.
  static final int TEXT_UNITS = 2000;

  /// The custom id of a list of buttons; the data of the one that is meant is the value.
  static final String LIST = "list:";

  private static final int IN_A_ROW = 5;
  private static final int ROWS = 5;
  private static final int IN_A_LIST = 25;
  private static final int LABEL_UNITS = 80;

  /// Addresses, which stay as they are, and what has a meaning, which is a hyphen at the beginning
  /// of a line as well.
  private static final Pattern MARKUP =
      Pattern.compile(
          "(https?://[\\w./?=&%:~+-]+)|[\\\\*_~|`<>\\[\\]#@]|^-(?=[# ])", Pattern.MULTILINE);

  /// What is left of one before the dots.
  private static final Pattern HALF_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\{2})*)\\\\…$");

  private Forms() {}

  /// What replaces a message: all of it, files as well.
  ///
  /// @throws IOException when a file cannot be brought here
  static MessageEditData edit(OutboundMessage message, Leases leases) throws IOException {
    return filled(new MessageEditBuilder().setReplace(true), message, leases).build();
  }

  /// A new message.
  ///
  /// @throws IOException when a file cannot be brought here
  static MessageCreateData create(OutboundMessage message, Leases leases) throws IOException {
    return filled(new MessageCreateBuilder(), message, leases)
        .setSuppressedNotifications(message.silent())
        .build();
  }

  private static <F extends MessageRequest<F>> F filled(
      F form, OutboundMessage message, Leases leases) throws IOException {
    List<FileUpload> files = shown(message, leases);
    if (message.video().isEmpty() || files.isEmpty()) {
      form.setEmbeds(box(message).build());
    } else {
      form.setContent(text(message.text(), TEXT_UNITS));
    }
    return form.setFiles(files)
        .setComponents(rows(message.buttons()))
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false);
  }

  private static EmbedBuilder box(OutboundMessage message) {
    return new EmbedBuilder()
        .setDescription(text(message.text().isEmpty() ? "…" : message.text(), BOX_UNITS))
        .setColor(colour(message.kind()));
  }

  private static Color colour(OutboundMessage.Kind kind) {
    return switch (kind) {
      case ANSWER, PROGRESS -> new Color(0x5865F2);
      case QUESTION -> new Color(0xF0B232);
      case RESULT -> new Color(0x23A55A);
      case REFUSAL, FAILURE -> new Color(0xDA373C);
    };
  }

  /// Plain text, so that none of it is markup, within a length; never half an escape.
  static String text(String plain, int most) {
    String escaped = MARKUP.matcher(plain).replaceAll(Forms::escaped);
    String text = Pages.shortened(escaped, most);
    return text.equals(escaped) ? text : HALF_ESCAPE.matcher(text).replaceFirst("$1…");
  }

  private static String escaped(MatchResult match) {
    String escape = match.group(1) == null ? "\\" : "";
    return Matcher.quoteReplacement(escape + match.group());
  }

  private static List<FileUpload> shown(OutboundMessage message, Leases leases) throws IOException {
    List<FileUpload> files = new ArrayList<>();
    if (message.video().isPresent()) {
      Video video = message.video().get();
      add(files, "photoplay.mp4", video.file(), leases);
      if (video.captions().isPresent()) {
        var captions = video.captions().get();
        add(files, "captions." + captions.extension(), captions.file(), leases);
      }
      return files;
    }
    if (message.illustration().isPresent()) {
      add(files, "picture.jpg", message.illustration().get().file(), leases);
    }
    for (var picture : message.extras().album()) {
      add(files, "picture-" + (files.size() + 1) + ".jpg", picture.file(), leases);
    }
    if (message.extras().document().isPresent()) {
      var document = message.extras().document().get();
      add(files, document.name(), document.file(), leases);
    }
    return files;
  }

  private static void add(List<FileUpload> files, String name, ContentRef file, Leases leases)
      throws IOException {
    leases.path(file).ifPresent(it -> files.add(upload(name, it)));
  }

  /// Read while it is sent, and again when it is sent again.
  private static FileUpload upload(String name, Path file) {
    return FileUpload.fromStreamSupplier(name, () -> open(file));
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As they are when they fit; else closer together, and in lists when there are too many.
  private static List<MessageTopLevelComponent> rows(List<List<Button>> buttons) {
    boolean fit = buttons.size() <= ROWS && buttons.stream().allMatch(it -> it.size() <= IN_A_ROW);
    List<Button> all = buttons.stream().flatMap(List::stream).toList();
    List<MessageTopLevelComponent> rows = new ArrayList<>();
    if (fit || all.size() <= ROWS * IN_A_ROW) {
      List<List<Button>> laidOut = fit ? buttons : parts(all, IN_A_ROW);
      laidOut.forEach(row -> rows.add(ActionRow.of(row.stream().map(Forms::button).toList())));
    } else {
      parts(all, IN_A_LIST).stream()
          .limit(ROWS)
          .forEach(part -> rows.add(ActionRow.of(list(rows.size(), part))));
    }
    return rows;
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return parts;
  }

  private static net.dv8tion.jda.api.components.buttons.Button button(Button button) {
    ButtonStyle style =
        switch (button.style()) {
          case PLAIN -> ButtonStyle.SECONDARY;
          case PRIMARY -> ButtonStyle.PRIMARY;
          case DANGER -> ButtonStyle.DANGER;
        };
    return net.dv8tion.jda.api.components.buttons.Button.of(
        style, button.data(), Pages.shortened(button.label(), LABEL_UNITS));
  }

  private static StringSelectMenu list(int number, List<Button> buttons) {
    return StringSelectMenu.create(LIST + number)
        .addOptions(
            buttons.stream()
                .map(it -> SelectOption.of(Pages.shortened(it.label(), LABEL_UNITS), it.data()))
                .toList())
        .build();
  }
}
