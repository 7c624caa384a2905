package app.photoplay.kind.talk;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.CommandResult;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Proposals;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.OrderOptions;
import app.photoplay.kind.speech.Recording;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.talk.Motion;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Orders a photo with its words, or asks first what of the photo shall speak: which of several
/// faces, a small one close up, or a narrator where there is none.
final class TalkOrders {
  /// Of the option `motion`: a slow zoom, also where a face could speak.
  private static final String ZOOM = "zoom";

  /// Of the option `face`: do not ask, the best one speaks.
  private static final String BEST_FACE = "best";

  private static final int MOST_IN_ROW = 5;

  private final ArtifactStore files;
  private final Proposals proposals;
  private final Lettering lettering;
  private final Wording wording;

  TalkOrders(ArtifactStore files, Proposals proposals, Lettering lettering, Wording wording) {
    this.lettering = lettering;
    this.files = files;
    this.proposals = proposals;
    this.wording = wording;
  }

  /// @param saved where the draft is kept, if it is
  CommandResult order(Invocation call, TalkDraft draft, SpokenInput said, Optional<Draft> saved) {
    if (ZOOM.equals(call.options().get(OrderOptions.MOTION.name()))) {
      return order(call, draft, said, Motion.ZOOM, saved);
    }
    if (draft.album().size() > 1) {
      return askWhichPhoto(call, draft, said, saved);
    }
    if (!draft.face()) {
      String zoom = wording.say(call.language(), Phrase.BUTTON_ZOOM);
      Button button = button(call, zoom, draft, said, Motion.ZOOM, saved);
      String text = wording.say(call.language(), Phrase.NO_FACE_OFFER);
      return new CommandResult.Say(
          OutboundMessage.of(Kind.REFUSAL, text).with(List.of(List.of(button))));
    }
    String face = call.options().get(OrderOptions.FACE.name());
    if (face != null) {
      return chosen(call, draft, said, face, saved);
    }
    return draft.closeUps().isEmpty()
        ? order(call, draft, said, Motion.TALK, saved)
        : askWhich(call, draft, said, saved);
  }

  private CommandResult order(
      Invocation call, TalkDraft draft, SpokenInput said, Motion motion, Optional<Draft> saved) {
    return new CommandResult.Order(
        request(call, draft, said, motion),
        inputs(draft, said),
        false,
        saved.flatMap(Draft::completed));
  }

  /// The face of that number from the left, or the best one of the whole photo.
  private CommandResult chosen(
      Invocation call, TalkDraft draft, SpokenInput said, String face, Optional<Draft> saved) {
    if (face.equals(BEST_FACE)) {
      return order(call, draft, said, Motion.TALK, saved);
    }
    for (int i = 0; i < draft.closeUps().size(); i++) {
      if (face.equals(String.valueOf(i + 1))) {
        return order(call, draft.of(draft.closeUps().get(i)), said, Motion.TALK, saved);
      }
    }
    List<String> choices =
        Stream.concat(
                IntStream.rangeClosed(1, draft.closeUps().size()).mapToObj(String::valueOf),
                Stream.of(BEST_FACE))
            .toList();
    return new CommandResult.Say(
        OutboundMessage.of(
            Kind.REFUSAL,
            wording.say(
                call.language(),
                Phrase.UNKNOWN_OPTION.with(
                    Argument.OPTION.of(OrderOptions.FACE.name()),
                    Argument.VALUE.of(face),
                    Argument.CHOICES.of(choices)))));
  }

  /// Several photos were sent together.
  private CommandResult askWhichPhoto(
      Invocation call, TalkDraft draft, SpokenInput said, Optional<Draft> saved) {
    List<List<Button>> rows = new ArrayList<>();
    for (TalkDraft.Numbered one : draft.album()) {
      if (rows.isEmpty() || rows.getLast().size() == MOST_IN_ROW) {
        rows.add(new ArrayList<>());
      }
      String label = String.valueOf(one.number());
      rows.getLast().add(button(call, label, draft.of(one.file()), said, Motion.TALK, saved));
    }
    Sentence which = Phrase.WHICH_PHOTO.with(Argument.COUNT.of(draft.album().size()));
    String text = wording.say(call.language(), which);
    return new CommandResult.Say(OutboundMessage.of(Kind.QUESTION, text).with(rows));
  }

  /// Asks whether a photo that came late shall say what the others of its album say.
  CommandResult offerLate(Invocation call, TalkRequest request, StoredFile photo) {
    List<StoredFile> inputs = new ArrayList<>(List.of(photo));
    Recording recording = request.recording();
    if (recording != null) {
      inputs.add(new StoredFile(recording.content(), recording.bytes()));
    }
    String data =
        proposals.offer(
            call.account(),
            call.message(),
            false,
            request.of(photo.content()),
            inputs,
            Optional.empty());
    Button make =
        new Button(
            wording.say(call.language(), Phrase.BUTTON_LATE_PHOTO), data, Button.Style.PRIMARY);
    String text = wording.say(call.language(), Phrase.ALBUM_LATE_PHOTO);
    return new CommandResult.Say(
        OutboundMessage.of(Kind.QUESTION, text).with(List.of(List.of(make))));
  }

  /// Several faces could be meant, or the one there is would hardly be seen.
  private CommandResult askWhich(
      Invocation call, TalkDraft draft, SpokenInput said, Optional<Draft> saved) {
    List<StoredFile> closeUps = draft.closeUps();
    boolean proposal = closeUps.size() == 1;
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < closeUps.size(); i++) {
      String label =
          proposal ? wording.say(call.language(), Phrase.BUTTON_CLOSE_UP) : String.valueOf(i + 1);
      buttons.add(button(call, label, draft.of(closeUps.get(i)), said, Motion.TALK, saved));
    }
    String whole = wording.say(call.language(), Phrase.BUTTON_WHOLE_PHOTO);
    Button keep = button(call, whole, draft, said, Motion.TALK, saved);
    Sentence question =
        proposal ? Phrase.FACE_SMALL : Phrase.WHICH_FACE.with(Argument.COUNT.of(closeUps.size()));
    String text = wording.say(call.language(), question);
    OutboundMessage message = OutboundMessage.of(Kind.QUESTION, text);
    return new CommandResult.Say(illustrated(message, draft).with(List.of(buttons, List.of(keep))));
  }

  private OutboundMessage illustrated(OutboundMessage message, TalkDraft draft) {
    QuestionPicture sketch = draft.sketch();
    return sketch == null
        ? message
        : message.with(
            new Illustration(
                new ContentRef(sketch.content(), files), sketch.width(), sketch.height()));
  }

  /// A button that orders this.
  private Button button(
      Invocation call,
      String label,
      TalkDraft draft,
      SpokenInput said,
      Motion motion,
      Optional<Draft> saved) {
    String data =
        proposals.offer(
            call.account(),
            call.message(),
            false,
            request(call, draft, said, motion),
            inputs(draft, said),
            saved.map(Draft::code));
    return new Button(label, data, Button.Style.PRIMARY);
  }

  private static List<StoredFile> inputs(TalkDraft draft, SpokenInput said) {
    Recording recording = said.recording();
    return recording == null
        ? List.of(draft.file())
        : List.of(draft.file(), new StoredFile(recording.content(), recording.bytes()));
  }

  TalkRequest request(Invocation call, TalkDraft draft, SpokenInput said, Motion motion) {
    TalkOptions options = draft.options();
    return new TalkRequest(
        draft.photo(),
        said.words(),
        said.voice(),
        options.shape(),
        options.quality(),
        motion,
        options.style(),
        options.captions(),
        options.label() ? label(call.language()) : "",
        options.manner(),
        said.recording(),
        options.provider(),
        0);
  }

  /// In letters of this machine, or else in English: a label that people were promised is there.
  private String label(String language) {
    return lettering.drawable(
        wording.say(language, Phrase.PICTURE_LABEL), wording.say("en", Phrase.PICTURE_LABEL));
  }
}
