package app.photoplay.app;

import app.photoplay.provider.local.piper.PiperVoice;
import app.photoplay.provider.local.piper.VoiceInstaller;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.local.piper.VoiceTable;
import app.photoplay.provider.speech.SpeechModel;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `voices`: who speaks on this machine, and who else could.
final class VoiceList {
  private static final int DONE = 0;
  private static final int MENDABLE = 2;

  private final SpeechModel speaker;
  private final PrintStream out;
  private final PrintStream err;

  VoiceList(SpeechModel speaker, PrintStream out, PrintStream err) {
    this.speaker = speaker;
    this.out = out;
    this.err = err;
  }

  int print() {
    for (SpeechModel.Voice voice : speaker.voices()) {
      out.printf(
          "%-18s %-28s --voice %s%n", voice.title(), language(voice.language()), voice.name());
    }
    out.println();
    out.println(
        "Each can also speak warm, bright, deep, childlike, as a storyteller or as a robot:");
    out.println("  --voice \"german storyteller\"");
    Set<String> here =
        speaker.voices().stream().map(SpeechModel.Voice::name).collect(Collectors.toSet());
    out.println();
    out.println("Natural voices that can be added (./photoplay voices add NAME):");
    for (VoiceTable.Entry entry : VoiceTable.read().voices()) {
      if (!here.contains(entry.name())) {
        out.printf(
            "  %-16s %-28s %s%s%n",
            entry.name(),
            language(entry.language()),
            entry.licence(),
            entry.sha256().isEmpty() ? ", needs --sha256 or --from" : "");
      }
    }
    return DONE;
  }

  int add(VoiceShelf shelf, String name, Optional<Path> from, String sha256)
      throws InterruptedException {
    VoiceTable table = VoiceTable.read();
    try {
      PiperVoice voice = new VoiceInstaller(shelf, table).add(name, from, sha256);
      out.printf(
          "%s speaks %s from the next start on: --voice %s%n",
          voice.title(), language(voice.language()), voice.name());
      out.printf(
          "Licence: %s. ONNX Runtime: %s.%n",
          voice.licence().isEmpty() ? "as the files' makers say" : voice.licence(),
          table.runtime().licence());
      if (voice.durations().isEmpty()) {
        out.println("Its model does not tell when it says what, so lips follow it roughly.");
      }
      return DONE;
    } catch (VoiceInstaller.Refused e) {
      err.println(e.getMessage());
      return MENDABLE;
    }
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }
}
