package app.photoplay.provider.local;

import app.photoplay.media.sound.Loudness;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.sound.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The times in MaryTTS's XML of acoustic parameters.
///
/// Adds up what each phone and each pause takes in document order: the `end` attributes of Mary's
/// XML are wrong after a pause. `t` is a word as it is spoken; `mtu` holds several that stand for
/// one written one, which is in its `orig`.
final class MaryPlan {
  /// A pair of an `f0` attribute: at how many per cent of the phone, how many hertz.
  private static final Pattern HERTZ = Pattern.compile("\\((\\d+),(\\d+)\\)");

  private final List<Phone> phones = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private double time;

  private MaryPlan() {}

  /// How long a plan will take.
  static double seconds(Document plan) {
    MaryPlan times = new MaryPlan();
    times.visit(plan.getDocumentElement(), false);
    return times.time / 1000;
  }

  /// What was spoken by plans one after the other. Each lasts as long as its sound: what Mary has
  /// written into it is up to 10 ms off, and in a minute's speech that would add up to a lag that
  /// one sees.
  ///
  /// @param sounds 48 kHz, mono, one for each plan
  static Utterance spoken(List<Document> plans, List<double[]> sounds) {
    MaryPlan times = new MaryPlan();
    for (int i = 0; i < plans.size(); i++) {
      times.add(plans.get(i), sounds.get(i).length * 1000.0 / Loudness.SAMPLES_PER_SECOND);
    }
    return new Utterance(
        sounds.stream().flatMapToDouble(DoubleStream::of).toArray(), times.phones, times.words);
  }

  private void add(Document plan, double millis) {
    MaryPlan planned = new MaryPlan();
    planned.visit(plan.getDocumentElement(), false);
    double begin = time;
    double factor = planned.time > 0 ? millis / planned.time : 1;
    for (Phone it : planned.phones) {
      phones.add(
          new Phone(
              it.symbol(), begin + factor * it.startMillis(), begin + factor * it.endMillis()));
    }
    for (Word it : planned.words) {
      words.add(
          new Word(it.text(), begin + factor * it.startMillis(), begin + factor * it.endMillis()));
    }
    time = begin + millis;
  }

  /// The same plan as one for each sentence, in order; what has no sounds stays with the sentence
  /// before it. Spoken one by one they give the same samples, since the voice begins anew with each
  /// sentence.
  static List<Document> sentences(Document plan) {
    NodeList all = plan.getElementsByTagName("s");
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getElementsByTagName("ph").getLength() > 0) {
        starts.add(i);
      }
    }
    if (starts.size() < 2) {
      return List.of(plan);
    }
    List<Document> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = i == 0 ? 0 : starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) : all.getLength();
      parts.add(only(plan, from, to));
    }
    return parts;
  }

  private static Document only(Document plan, int from, int to) {
    Document part = (Document) plan.cloneNode(true);
    NodeList sentences = part.getElementsByTagName("s"); // shrinks with each that goes
    for (int i = sentences.getLength() - 1; i >= 0; i--) {
      if (i < from || i >= to) {
        Node sentence = sentences.item(i);
        sentence.getParentNode().removeChild(sentence);
      }
    }
    return part;
  }

  /// Changes how long phones and pauses take and how high they are, before they are spoken. The
  /// voice then speaks so by itself: its timbre stays.
  static void change(Document plan, SpeechStyle manner) {
    if (manner.equals(SpeechStyle.NATURAL)) {
      return;
    }
    NodeList elements = plan.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      scale(element, "d", 1 / manner.speed());
      scale(element, "duration", 1 / manner.speed());
      if (element.hasAttribute("f0")) {
        element.setAttribute(
            "f0",
            HERTZ
                .matcher(element.getAttribute("f0"))
                .replaceAll(pair -> {
                  double hertz = Double.parseDouble(pair.group(2)) * manner.pitchFactor();
                  return "(" + pair.group(1) + "," + Math.round(hertz) + ")";
                }));
      }
    }
  }

  private static void scale(Element element, String attribute, double factor) {
    String value = element.getAttribute(attribute);
    if (!value.isEmpty()) {
      double scaled = Double.parseDouble(value) * factor;
      element.setAttribute(attribute, String.valueOf(Math.max(5, Math.round(scaled / 5) * 5)));
    }
  }

  private void visit(Element element, boolean insideWord) {
    switch (element.getTagName()) {
      case "ph" -> add(element.getAttribute("p"), element.getAttribute("d"));
      case "boundary" -> add(MaryVoice.PAUSE, element.getAttribute("duration"));
      case "mtu", "t" -> {
        double start = time;
        children(element, true);
        if (!insideWord && time > start) {
          words.add(new Word(written(element), start, time));
        }
      }
      default -> children(element, insideWord);
    }
  }

  private void children(Element element, boolean insideWord) {
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        visit(child, insideWord);
      }
    }
  }

  private static String written(Element element) {
    if (element.hasAttribute("orig")) {
      return element.getAttribute("orig");
    }
    return element.getTextContent().strip();
  }

  private void add(String symbol, String length) {
    if (!length.isEmpty() && Double.parseDouble(length) > 0) {
      double end = time + Double.parseDouble(length);
      phones.add(new Phone(symbol, time, end));
      time = end;
    }
  }
}
