package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.speech.CardVoices;
import app.photoplay.provider.remote.speech.ReceivedSpeech;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Speech, at the one speed and pitch that each voice has.
record RunwaySpeechModel(
    ModelCard card, RunwayTask tasks, CardVoices cardVoices, ReceivedSpeech received)
    implements RunwayModel<SpeechNeed, SpeechInput, GeneratedSpeech>, SpeechModel {
  /// Each credit is for so many letters, begun ones included.
  private static final long LETTERS = 50;

  /// A file may be a little longer than what is spoken in it.
  private static final double MARGIN = 2;

  @Override
  public List<Voice> voices() {
    return cardVoices.voices();
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return cardVoices.check(prompt);
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    long letters = Math.ceilDiv(need.characters(), LETTERS) * LETTERS;
    return cardVoices.price(new SpeechNeed(need.voice(), need.millis(), letters), prices);
  }

  @Override
  public PaidCall order(SpeechInput input, Uploads uploads, Money estimate) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", card.id());
    if (input instanceof SpeechPrompt prompt) {
      String voice = cardVoices.find(prompt.voice()).map(CardVoices.Named::id).orElse("");
      body.put("promptText", cardVoices.text(prompt));
      body.putObject("voice").put("type", "runway-preset").put("presetId", voice);
    }
    return tasks.order("/v1/text_to_speech", body, estimate, Map.of());
  }

  @Override
  public Result<GeneratedSpeech> poll(String operation, Supplier<Optional<SpeechInput>> prompt)
      throws InterruptedException {
    return tasks.poll(Operation.parse(operation), () -> words(prompt.get()), ".mp3", this::made);
  }

  private static Optional<SpeechPrompt> words(Optional<SpeechInput> input) {
    return input.filter(SpeechPrompt.class::isInstance).map(SpeechPrompt.class::cast);
  }

  private GeneratedSpeech made(Path sound, SpeechPrompt prompt)
      throws IOException, InterruptedException {
    String language =
        cardVoices.find(prompt.voice()).map(it -> it.voice().language()).orElse("und");
    double most = card.lengths().longest() + MARGIN;
    return received.made(sound, new ReceivedSpeech.Said(prompt.words(), language, List.of(), most));
  }
}
