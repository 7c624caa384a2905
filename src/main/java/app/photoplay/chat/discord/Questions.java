package app.photoplay.chat.discord;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.Pages;
import app.photoplay.chat.message.Attachment;
import app.photoplay.wording.Wording;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/// Asks in a small window for the words that a command needs and did not get, and for a photo where
/// no file came either. What else came with the command is remembered until they come, in memory:
/// after a restart they come alone, and the command asks for what it misses. Thread-safe.
final class Questions {
  /// The input for the words.
  static final String WORDS = "words";

  /// The input for the photo.
  static final String PHOTO = "photo";

  private static final String PREFIX = "ask:";
  private static final Duration WORTH_ANSWERING = Duration.ofHours(1);
  private static final int MOST = 10_000;
  private static final int LABEL_UNITS = 45;
  private static final int LONGEST_INPUT = 4000;

  private final Wording wording;
  private final Cache<String, Rest> rests =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(WORTH_ANSWERING).build();

  Questions(Wording wording) {
    this.wording = wording;
  }

  /// What came with a command beside its words.
  record Rest(Map<String, String> options, List<Attachment> attachments) {}

  /// What was asked for: the command, and what had come with it, when that is still known.
  record Asked(String command, Optional<Rest> rest) {}

  /// The window.
  ///
  /// @param interaction that it answers
  Modal window(CommandInfo command, long interaction, Rest rest, String language) {
    String id = PREFIX + command.name() + ":" + interaction;
    rests.put(id, rest);
    OptionSpec words = command.words().orElseThrow();
    int longest =
        words.values() instanceof OptionSpec.Values.Text(var most, _, _) ? most : LONGEST_INPUT;
    TextInput input =
        TextInput.create(WORDS, TextInputStyle.PARAGRAPH)
            .setRequired(true)
            .setMaxLength(Math.min(longest, LONGEST_INPUT))
            .build();
    String label = label(words, language);
    List<Label> inputs = new ArrayList<>(List.of(Label.of(label, input)));
    if (rest.attachments().isEmpty() && !command.files().isEmpty()) {
      AttachmentUpload photo = AttachmentUpload.create(PHOTO).setRequired(false).build();
      inputs.add(Label.of(label(command.files().getFirst(), language), photo));
    }
    return Modal.create(id, label).addComponents(inputs).build();
  }

  private String label(OptionSpec option, String language) {
    return Pages.shortened(wording.say(language, option.label()), LABEL_UNITS);
  }

  /// What a window was for; empty when it is none of ours.
  Optional<Asked> answered(String id) {
    String[] parts = id.split(":", 3);
    return id.startsWith(PREFIX) && parts.length == 3
        ? Optional.of(new Asked(parts[1], Optional.ofNullable(rests.getIfPresent(id))))
        : Optional.empty();
  }
}
