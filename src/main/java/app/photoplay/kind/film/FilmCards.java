package app.photoplay.kind.film;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.JobReport;
import app.photoplay.kind.StoryboardText;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The messages at a film's gates: what there is by now, what the rest costs, and what can be done.
final class FilmCards {
  static final String VERB = "review";

  private static final Codec<PreviewRequest> PREVIEWS = Codec.json(PreviewRequest.class);
  private static final Codec<FilmRequest> FILMS = Codec.json(FilmRequest.class);

  private final FilmPlans plans;
  private final StoredPieces pieces;
  private final ArtifactStore files;
  private final ButtonSigner buttons;
  private final Wording wording;

  FilmCards(
      FilmPlans plans,
      StoredPieces pieces,
      ArtifactStore files,
      ButtonSigner buttons,
      Wording wording) {
    this.plans = plans;
    this.pieces = pieces;
    this.files = files;
    this.buttons = buttons;
    this.wording = wording;
  }

  /// How a finished preview is shown; empty for other jobs, and when its files are no longer
  /// stored.
  Optional<OutboundMessage> made(JobReport job, String language) {
    if (!job.kind().equals(PreviewRequest.KIND)) {
      return Optional.empty();
    }
    Optional<Artifact> sheet = Artifact.find(job.artifacts(), Artifact.PICTURE);
    return film(job)
        .filter(_ -> sheet.isEmpty() || files.exists(sheet.get().content()))
        .map(film ->
            sheet.isPresent()
                ? pictures(job, film, sheet.get(), language)
                : storyboard(job, film, language));
  }

  /// The film that a preview or a finished film shows, with the storyboard that it has by now;
  /// empty when that is no longer stored.
  Optional<FilmRequest> film(JobReport job) {
    FilmRequest film =
        job.kind().equals(PreviewRequest.KIND)
            ? PREVIEWS.decode(job.request()).film()
            : FILMS.decode(job.request());
    if (film.board() != null) {
      return Optional.of(film);
    }
    try {
      return plans.read(job.artifacts()).map(film::with);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutboundMessage storyboard(JobReport job, FilmRequest film, String language) {
    Storyboard board = Objects.requireNonNull(film.board());
    Remains.Left left = pieces.of(job.account(), film, board);
    String text =
        StoryboardText.of(Scenes.heard(film, board), language, wording)
            + "\n\n"
            + cost(job, left, language);
    List<Button> row =
        List.of(
            make(job, left, language),
            button(job, language, Phrase.BUTTON_SEE_PICTURES, "pictures"),
            button(job, language, Phrase.BUTTON_CHANGE_SCENES, "change"));
    return OutboundMessage.of(Kind.RESULT, text).with(List.of(row));
  }

  private OutboundMessage pictures(
      JobReport job, FilmRequest film, Artifact sheet, String language) {
    Storyboard board = Objects.requireNonNull(film.board());
    Remains.Left left = pieces.of(job.account(), film, board);
    String text =
        wording.say(language, Phrase.SHEET.with(Argument.TITLE.of(board.title())))
            + "\n"
            + cost(job, left, language)
            + "\n"
            + wording.say(language, Phrase.SHEET_HOW);
    List<Button> numbers = new ArrayList<>();
    for (int i = 0; i < board.scenes().size(); i++) {
      numbers.add(button(job, language, another(film, board, i), "t" + (i + 1)));
    }
    List<List<Button>> rows = new ArrayList<>(BoardCards.rows(numbers));
    rows.add(
        List.of(
            make(job, left, language),
            button(job, language, Phrase.BUTTON_CHANGE_SCENES, "change")));
    return OutboundMessage.of(Kind.RESULT, text)
        .with(
            new Illustration(new ContentRef(sheet.content(), files), sheet.width(), sheet.height()))
        .with(rows);
  }

  private String cost(JobReport job, Remains.Left left, String language) {
    return wording.say(language, BoardCards.cost(left)) + " · " + job.code().value();
  }

  private Sentence another(FilmRequest film, Storyboard board, int scene) {
    var price = pieces.picture(film, board, scene);
    Argument.Given number = Argument.NUMBER.of(scene + 1);
    return price.isZero()
        ? Phrase.BUTTON_SCENE.with(number)
        : Phrase.BUTTON_SCENE_PRICED.with(number, Argument.PRICE.of(price.amount()));
  }

  private Button make(JobReport job, Remains.Left left, String language) {
    return new Button(
        wording.say(language, BoardCards.make(left)), data(job, "make"), Button.Style.PRIMARY);
  }

  private Button button(JobReport job, String language, Sentence label, String wish) {
    return new Button(wording.say(language, label), data(job, wish));
  }

  private String data(JobReport job, String wish) {
    return buttons.sign(ButtonData.of(VERB, job.code().value() + wish, job.account().value()));
  }
}
