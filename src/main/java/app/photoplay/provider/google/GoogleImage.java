package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.ImageConfig;
import com.google.genai.types.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Paints from words and from pictures that the new one should resemble. The picture comes with the
/// answer, so it is kept until it is asked for.
final class GoogleImage extends GoogleModel<ImagePrompt, ImagePrompt, GeneratedImage>
    implements ImageModel {
  private static final List<String> RATIOS =
      List.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");

  private static final int LONGEST_SIDE = 1536;
  private static final int MOST_BYTES = 3_500_000;

  GoogleImage(Desk desk, ModelCard card) {
    super(desk, card);
  }

  @Override
  public boolean looksAtReferences() {
    return card.can(Ability.REFERENCES);
  }

  @Override
  public Optional<Money> price(ImagePrompt need, PriceBook prices) {
    boolean fits = !need.text().isBlank() && words(need).length() <= card.longestPrompt();
    return fits ? Optional.of(card.cost(prices, Quantity.images(1))) : Optional.empty();
  }

  private static String words(ImagePrompt prompt) {
    String shot = prompt.shot().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " shot.";
    String style = prompt.style().isBlank() ? "" : "\nStyle: " + prompt.style();
    String alike =
        prompt.references().isEmpty() ? "" : "\nWho and what is in the pictures looks the same.";
    return "A picture, " + shot + "\n" + prompt.text() + style + alike;
  }

  @Override
  Remote.Order prepared(ImagePrompt prompt) throws IOException {
    List<Part> parts = new ArrayList<>(List.of(Part.fromText(words(prompt))));
    int most = looksAtReferences() ? card.more("references").map(Integer::parseInt).orElse(1) : 0;
    for (Path reference : prompt.references().stream().limit(most).toList()) {
      byte[] jpeg =
          desk.workshop().stills().jpeg(reference, Shape.PHOTO, LONGEST_SIDE, 1, MOST_BYTES);
      parts.add(Part.fromBytes(jpeg, "image/jpeg"));
    }
    Content task = Content.builder().role("user").parts(parts).build();
    ImageConfig.Builder image = ImageConfig.builder().aspectRatio(ratio(prompt.size()));
    card.more("size").ifPresent(image::imageSize);
    GenerateContentConfig config =
        GenerateContentConfig.builder()
            .responseModalities("TEXT", "IMAGE")
            .imageConfig(image)
            .httpOptions(Clients.within(LONGEST_ORDER))
            .build();
    return _ -> painted(task, config);
  }

  private String painted(Content task, GenerateContentConfig config) throws IOException {
    var models = client().models;
    Answer answer =
        Answer.of(Clients.call(() -> models.generateContent(card.id(), task, config)), Money.ZERO);
    Blob picture = picture(answer);
    String ending = picture.mimeType().orElse("").equals("image/png") ? ".png" : ".jpg";
    return kept(answer, picture.data().orElseThrow(), ending, Money.ZERO);
  }

  /// The last: earlier ones are drafts.
  private static Blob picture(Answer answer) throws Fault.Thrown {
    List<Blob> pictures = answer.media("image");
    if (!pictures.isEmpty()) {
      return pictures.getLast();
    }
    // words alone are a refusal; what they say may repeat people's own words
    throw answer.text().isBlank()
        ? new Fault.Output("no picture in the answer, which ended with " + answer.end()).thrown()
        : new Fault.Policy("words in place of a picture").thrown();
  }

  /// The one that is most like the size.
  static String ratio(Size size) {
    double wanted = Math.log((double) size.width() / size.height());
    return RATIOS.stream()
        .min(Comparator.comparingDouble(it -> Math.abs(log(it) - wanted)))
        .orElseThrow();
  }

  private static double log(String ratio) {
    String[] sides = ratio.split(":", -1);
    return Math.log(Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]));
  }

  @Override
  Result<GeneratedImage> asked(Operation operation, Supplier<Optional<ImagePrompt>> prompt)
      throws IOException {
    byte[] kept = kept(operation);
    Path file = desk.workshop().file(fileOf(operation).endsWith(".png") ? ".png" : ".jpg");
    Files.write(file, kept);
    try {
      return new Result.Ready<>(new GeneratedImage(file, desk.workshop().stills().size(file)));
    } catch (Fault.Thrown e) {
      Files.delete(file);
      throw new Fault.Output("no picture: " + e.fault().detail()).thrown();
    }
  }
}
