package app.photoplay.media.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A trained detector: stages of small decision trees over differences of rectangle sums (Viola and
/// Jones, 2001), as stored in OpenCV's first XML format. Immutable.
///
/// @param window side of the square window that it was trained on, in pixels
record HaarCascade(int window, List<Stage> stages) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  HaarCascade {
    stages = List.copyOf(stages);
  }

  /// A window passes when its trees' values add up to the threshold.
  record Stage(List<Tree> trees, double threshold) {
    Stage {
      trees = List.copyOf(trees);
    }
  }

  record Tree(List<Node> nodes) {
    Tree {
      nodes = List.copyOf(nodes);
    }
  }

  /// Goes left when the feature is below the threshold times the window's contrast.
  record Node(List<Area> areas, double threshold, Branch left, Branch right) {
    Node {
      areas = List.copyOf(areas);
    }
  }

  /// Either a result (`node` is -1) or the tree's node to go on with.
  record Branch(int node, double value) {}

  /// A rectangle of the window whose sum counts with a weight.
  record Area(int x, int y, int width, int height, double weight) {}

  /// Reads a cascade from the class path.
  static HaarCascade load(String resource) {
    // The JDK's own parser, whatever else is on the class path; documents may not refer to others.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = HaarCascade.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Reading reading = new Reading();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> reading.begin(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS -> reading.text.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> reading.end(xml.getLocalName());
          default -> {
            // comments, among them the licence
          }
        }
      }
      return new HaarCascade(reading.window, reading.stages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  /// What has been read so far. List items are all called `_`: what one is follows from the element
  /// around it.
  private static final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private int window;
    private double threshold;
    private double stageThreshold;
    private Branch left = new Branch(-1, 0);
    private Branch right = new Branch(-1, 0);

    void begin(String name) {
      path.push(name);
      text.setLength(0);
    }

    void end(String name) {
      path.pop();
      String content = text.toString().strip();
      text.setLength(0);
      switch (name) {
        case "size" -> window = (int) numbers(content)[0];
        case "threshold" -> threshold = Double.parseDouble(content);
        case "left_val" -> left = new Branch(-1, Double.parseDouble(content));
        case "right_val" -> right = new Branch(-1, Double.parseDouble(content));
        case "left_node" -> left = new Branch(Integer.parseInt(content), 0);
        case "right_node" -> right = new Branch(Integer.parseInt(content), 0);
        case "stage_threshold" -> stageThreshold = Double.parseDouble(content);
        case "tilted" -> {
          if (!content.equals("0")) {
            throw new IllegalStateException("cascades with tilted features are not supported");
          }
        }
        case "_" -> endItem(content);
        default -> {
          // containers, and links between stages, which are in order here
        }
      }
    }

    private void endItem(String content) {
      switch (path.element()) {
        case "rects" -> {
          double[] area = numbers(content);
          areas.add(new Area((int) area[0], (int) area[1], (int) area[2], (int) area[3], area[4]));
        }
        case "trees" -> {
          trees.add(new Tree(nodes));
          nodes.clear();
        }
        case "stages" -> {
          stages.add(new Stage(trees, stageThreshold));
          trees.clear();
        }
        default -> {
          nodes.add(new Node(areas, threshold, left, right));
          areas.clear();
        }
      }
    }

    private static double[] numbers(String content) {
      return SPACE.splitAsStream(content).mapToDouble(Double::parseDouble).toArray();
    }
  }
}
