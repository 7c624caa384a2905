package app.photoplay.provider.google;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.speech.CardVoices;
import app.photoplay.provider.remote.speech.ReceivedSpeech;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import com.google.genai.types.PrebuiltVoiceConfig;
import com.google.genai.types.SpeechConfig;
import com.google.genai.types.VoiceConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks, each voice in any language. The sound comes with the answer, so it is kept until it is
/// asked for.
final class GoogleSpeech extends GoogleModel<SpeechNeed, SpeechInput, GeneratedSpeech>
    implements SpeechModel {
  private static final Pattern RATE = Pattern.compile("rate=(\\d{4,6})");
  private static final int USUAL_RATE = 24_000;
  private static final int HEADER = 44;

  /// Sound may be a little longer than what is spoken in it.
  private static final double MARGIN = 5;

  private static final double HARDLY = 0.15;
  private static final double FEW_SEMITONES = 2;

  private final CardVoices voices;
  private final ReceivedSpeech received;

  GoogleSpeech(Desk desk, ModelCard card) {
    super(desk, card);
    this.voices = CardVoices.of(card);
    this.received = new ReceivedSpeech(desk.workshop().scratch());
  }

  @Override
  public List<Voice> voices() {
    return voices.voices();
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return voices.check(prompt);
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return voices.price(need, prices);
  }

  @Override
  Remote.Order prepared(SpeechInput input) throws IOException {
    if (!(input instanceof SpeechPrompt prompt)) {
      throw new Fault.Input("a recording").thrown();
    }
    String voice =
        voices
            .find(prompt.voice())
            .orElseThrow(() -> new Fault.Input("no voice " + prompt.voice()).thrown())
            .id();
    Content words = Content.fromParts(Part.fromText(manner(prompt.manner()) + prompt.words()));
    GenerateContentConfig config =
        GenerateContentConfig.builder()
            .responseModalities("AUDIO")
            .speechConfig(
                SpeechConfig.builder()
                    .voiceConfig(
                        VoiceConfig.builder()
                            .prebuiltVoiceConfig(PrebuiltVoiceConfig.builder().voiceName(voice))))
            .httpOptions(Clients.within(LONGEST_ORDER))
            .build();
    return _ -> spoken(words, config);
  }

  /// The model is told in words how to speak; it has no numbers for it.
  static String manner(SpeechStyle style) {
    String speed =
        Math.abs(style.speed() - 1) <= HARDLY ? "" : style.speed() < 1 ? " slowly" : " quickly";
    String pitch =
        Math.abs(style.semitones()) < FEW_SEMITONES
            ? ""
            : style.semitones() < 0 ? " in a low voice" : " in a high voice";
    return (speed + pitch).isEmpty() ? "" : "Say" + speed + pitch + ": ";
  }

  private String spoken(Content words, GenerateContentConfig config) throws IOException {
    var models = client().models;
    Answer answer =
        Answer.of(Clients.call(() -> models.generateContent(card.id(), words, config)), Money.ZERO);
    List<Blob> sound = answer.media("audio");
    if (sound.isEmpty()) {
      throw new Fault.Output("no sound in the answer, which ended with " + answer.end()).thrown();
    }
    return kept(answer, wav(sound), ".wav", Money.ZERO);
  }

  /// Google sends samples without a header: 16 bit, the low byte first, whatever it calls them.
  static byte[] wav(List<Blob> sound) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sound.forEach(it -> all.writeBytes(it.data().orElseThrow()));
    String type = sound.getFirst().mimeType().orElse("");
    if (type.contains("wav")) {
      return all.toByteArray();
    }
    Matcher stated = RATE.matcher(type);
    int rate = stated.find() ? Integer.parseInt(stated.group(1)) : USUAL_RATE;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + all.size()).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(US_ASCII)).putInt(HEADER - 8 + all.size());
    wav.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(US_ASCII)).putInt(all.size()).put(all.toByteArray());
    return wav.array();
  }

  @Override
  Result<GeneratedSpeech> asked(Operation operation, Supplier<Optional<SpeechInput>> prompt)
      throws IOException, InterruptedException {
    byte[] kept = kept(operation);
    if (!(prompt.get().orElse(null) instanceof SpeechPrompt said)) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    Path sound = Files.write(desk.workshop().file(".wav"), kept);
    // the voices speak whatever language the words are in
    return new Result.Ready<>(
        received.made(
            sound,
            new ReceivedSpeech.Said(
                said.words(), "und", List.of(), card.lengths().longest() + MARGIN)));
  }
}
