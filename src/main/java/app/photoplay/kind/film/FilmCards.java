package app.photoplay.kind.film;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.job.Codec;
import app.photoplay.job.JobReport;
import app.photoplay.job.Kinds;
import app.photoplay.kind.StoryboardText;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages at a film's gates: what there is by now, what the rest costs, and what can be done.
final class FilmCards {
  static final String VERB = "review";

  private final FilmPlans plans;
  private final Kinds kinds;
  private final ButtonSigner buttons;
  private final Wording wording;

  FilmCards(FilmPlans plans, Kinds kinds, ButtonSigner buttons, Wording wording) {
    this.plans = plans;
    this.kinds = kinds;
    this.buttons = buttons;
    this.wording = wording;
  }

  /// How a finished preview is shown; empty for other jobs, and when its files are no longer
  /// stored.
  public Optional<OutboundMessage> made(JobReport job, String language) {
    return job.kind().equals(PreviewRequest.KIND)
        ? film(job).map(film -> card(job, film, language))
        : Optional.empty();
  }

  /// The film that a preview shows, with the storyboard that it is by now.
  Optional<FilmRequest> film(JobReport preview) {
    FilmRequest film = REQUESTS.decode(preview.request()).film();
    if (film.board() != null) {
      return Optional.of(film);
    }
    try {
      return plans.read(preview.artifacts()).map(film::with);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Codec<PreviewRequest> REQUESTS = Codec.json(PreviewRequest.class);

  private OutboundMessage card(JobReport job, FilmRequest film, String language) {
    Storyboard board = film.board();
    if (board == null) {
      throw new IllegalStateException("a preview without a storyboard");
    }
    String text =
        StoryboardText.of(board, language, wording)
            + "\n\n"
            + wording.say(
                language,
                Phrase.FILM_WOULD_BE.with(
                    Argument.SECONDS.of(board.seconds()),
                    Argument.PRICE.of(kinds.get(film.kind()).offer(film).quote().total().amount()),
                    Argument.CODE.of(job.code().value())));
    List<Button> row = new ArrayList<>();
    row.add(button(job, language, Phrase.BUTTON_MAKE_FILM, "make", Button.Style.PRIMARY));
    row.add(button(job, language, Phrase.BUTTON_SEE_PICTURES, "pictures", Button.Style.PLAIN));
    return OutboundMessage.of(Kind.RESULT, text).with(List.of(row));
  }

  private Button button(
      JobReport job, String language, Phrase label, String wish, Button.Style style) {
    String data =
        buttons.sign(ButtonData.of(VERB, job.code().value() + wish, job.account().value()));
    return new Button(wording.say(language, label), data, style);
  }
}
