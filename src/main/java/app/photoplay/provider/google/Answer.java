package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.provider.remote.Fault;
import com.google.genai.types.Blob;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What a model answered at once. The library's own shortcuts throw or answer with null where a
/// model refuses, so they are not used.
///
/// @param parts without thoughts
/// @param end the reason why it ends, as Google spells it; empty when none is stated
record Answer(String id, List<Part> parts, String end) {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "LANGUAGE",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION");

  /// Reads it.
  ///
  /// @param charged what it costs, whatever it says
  /// @throws Fault.Thrown when it refuses, or holds nothing
  static Answer of(GenerateContentResponse response, Money charged) throws Fault.Thrown {
    Optional<String> blocked =
        response
            .promptFeedback()
            .flatMap(GenerateContentResponsePromptFeedback::blockReason)
            .map(Object::toString);
    if (blocked.isPresent()) {
      throw new Fault.Policy("prompt blocked: " + blocked.get(), charged).thrown();
    }
    List<Candidate> candidates = response.candidates().orElse(List.of());
    if (candidates.isEmpty()) {
      throw new Fault.Output("an answer with nothing in it", charged).thrown();
    }
    Candidate first = candidates.getFirst();
    String end = first.finishReason().map(FinishReason::toString).orElse("");
    if (FORBIDDEN.contains(end)) {
      throw new Fault.Policy(
              GoogleFaults.explained(end + " " + first.finishMessage().orElse("")), charged)
          .thrown();
    }
    List<Part> parts =
        first.content().flatMap(Content::parts).orElse(List.of()).stream()
            .filter(it -> !it.thought().orElse(false))
            .toList();
    return new Answer(response.responseId().orElse("at-once"), parts, end);
  }

  /// All its words.
  String text() {
    return parts.stream().flatMap(it -> it.text().stream()).collect(Collectors.joining());
  }

  /// The last picture or sound in it: earlier ones are drafts.
  ///
  /// @throws Fault.Thrown when there is none
  Blob media(String kind) throws Fault.Thrown {
    List<Blob> all =
        parts.stream()
            .flatMap(it -> it.inlineData().stream())
            .filter(it -> it.mimeType().orElse("").startsWith(kind + "/") && it.data().isPresent())
            .toList();
    if (!all.isEmpty()) {
      return all.getLast();
    }
    // words alone are a refusal; what they say may repeat people's own words
    throw text().isBlank()
        ? new Fault.Output("no " + kind + " in the answer, which ended with " + end).thrown()
        : new Fault.Policy("words in place of the " + kind).thrown();
  }

  /// The tokens that an answer was charged for: those read count for their share of those written.
  static long tokens(GenerateContentResponse response, double share) {
    long read = counted(response, it -> it.promptTokenCount().orElse(0));
    long written =
        counted(
            response,
            it -> it.candidatesTokenCount().orElse(0) + (long) it.thoughtsTokenCount().orElse(0));
    return written + (long) Math.ceil(read * share);
  }

  private static long counted(
      GenerateContentResponse response,
      ToLongFunction<GenerateContentResponseUsageMetadata> count) {
    return response.usageMetadata().map(count::applyAsLong).orElse(0L);
  }
}
