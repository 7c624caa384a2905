package app.photoplay.provider.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marytts.features.FeatureRegistry;
import marytts.features.TargetFeatureComputer;
import marytts.htsengine.HMMData;
import marytts.htsengine.HMMVoice;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSUttModel;
import marytts.htsengine.HTSVocoder;
import marytts.modules.HTSEngine;
import marytts.modules.TargetFeatureLister;
import marytts.unitselection.select.Target;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Samples for a sentence that MaryTTS has planned, as its vocoder makes them.
///
/// Mary's own way to its sound divides each 8192 samples by the largest one so far: a sentence that
/// becomes louder than at its beginning changes its gain there, within a word, with a click. All of
/// a sentence has one gain here.
///
/// Thread-safe; several sentences may be made at once.
final class MarySound {
  /// What Mary divides by while nothing is louder.
  private static final double FULL_SCALE = 17_000;

  private final HMMVoice voice;
  private final TargetFeatureLister features = new TargetFeatureLister();

  MarySound(HMMVoice voice) {
    this.voice = voice;
  }

  /// Speaks a plan and writes the lengths that came out into it.
  ///
  /// @return 48 kHz, mono; about -1 to 1, seldom a little more
  double[] spoken(Document plan) throws Exception {
    List<double[]> parts = new ArrayList<>();
    List<Element> sentence = new ArrayList<>();
    Node current = null;
    for (Element element : tokens(plan.getDocumentElement(), new ArrayList<>())) {
      Node own = sentence(element);
      if (!own.equals(current) && !sentence.isEmpty()) {
        add(sentence, parts);
        sentence = new ArrayList<>();
      }
      current = own;
      sentence.add(element);
    }
    add(sentence, parts);
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private void add(List<Element> sentence, List<double[]> parts) throws Exception {
    List<Element> sounds = new ArrayList<>();
    for (Element element : sentence) {
      if (element.getTagName().equals("boundary")) {
        sounds.add(element);
      } else {
        phones(element, sounds);
      }
    }
    if (sounds.stream().anyMatch(it -> it.getTagName().equals("ph"))) {
      parts.add(spoken(sentence, sounds));
    }
  }

  private double[] spoken(List<Element> sentence, List<Element> sounds) throws Exception {
    HMMData data = voice.getHMMData();
    TargetFeatureComputer computer =
        FeatureRegistry.getTargetFeatureComputer(
            voice, data.getFeatureDefinition().getFeatureNames());
    HTSUttModel model =
        new Engine().model(features.getListTargetFeatures(computer, sounds), sounds, data);
    HTSParameterGeneration parameters = new HTSParameterGeneration();
    parameters.htsMaximumLikelihoodParameterGeneration(model, data);
    double[] samples =
        new HTSVocoder()
            .htsMLSAVocoder(
                parameters.getlf0Pst(),
                parameters.getMcepPst(),
                parameters.getStrPst(),
                parameters.getMagPst(),
                parameters.getVoicedArray(),
                data,
                null);
    for (int i = 0; i < samples.length; i++) {
      samples[i] /= FULL_SCALE;
    }
    HTSEngine.setRealisedProsody(sentence, model);
    return samples;
  }

  private static List<Element> tokens(Element element, List<Element> found) {
    if (element.getTagName().equals("t") || element.getTagName().equals("boundary")) {
      found.add(element);
    }
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        tokens(child, found);
      }
    }
    return found;
  }

  private static void phones(Element element, List<Element> found) {
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        if (child.getTagName().equals("ph")) {
          found.add(child);
        } else {
          phones(child, found);
        }
      }
    }
  }

  private static Node sentence(Element element) {
    Node at = element;
    while (at.getParentNode() instanceof Element above && !at.getNodeName().equals("s")) {
      at = above;
    }
    return at;
  }

  /// Mary's engine with its inner step in reach.
  private static final class Engine extends HTSEngine {
    HTSUttModel model(List<Target> targets, List<Element> sounds, HMMData data) throws Exception {
      return processTargetList(targets, sounds, data);
    }
  }
}
