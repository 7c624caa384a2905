package app.photoplay.media.net;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which tensors use the same planes one after another: a plane is free again when the last
/// operation that reads its tensor has run. Planes are as many as the network needs at a time.
final class MemoryPlan {
  /// In elements; a damaged file may ask for anything.
  private static final long MOST_ELEMENTS = 1 << 26;

  /// Numbers of planes for each tensor; null for those that are not computed.
  private final int[][] planes;

  private final Map<Integer, Deque<Integer>> free = new HashMap<>();
  private int[] areas = new int[64];
  private int count;
  private long elements;

  /// A step, as far as memory is concerned.
  ///
  /// @param inputs the tensors that it reads and another step or the caller wrote
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Step(int[] inputs, int output, boolean elementwise) {}

  MemoryPlan(List<Shape> shapes, List<Step> steps, int[] inputs, int[] outputs) {
    planes = new int[shapes.size()][];
    int[] lastUse = new int[shapes.size()];
    for (int at = 0; at < steps.size(); at++) {
      lastUse[steps.get(at).output] = at;
      for (int input : steps.get(at).inputs) {
        lastUse[input] = at;
      }
    }
    for (int kept : inputs) {
      lastUse[kept] = Integer.MAX_VALUE;
      planes[kept] = taken(shapes.get(kept));
    }
    for (int kept : outputs) {
      lastUse[kept] = Integer.MAX_VALUE;
    }
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      Shape shape = shapes.get(step.output);
      int over = step.elementwise ? overwritten(step, at, lastUse, shapes) : -1;
      planes[step.output] = over < 0 ? taken(shape) : planes[over];
      int end = at;
      Arrays.stream(step.inputs)
          .distinct()
          .filter(input -> input != over && lastUse[input] == end)
          .forEach(input -> giveBack(shapes.get(input), planes[input]));
      if (lastUse[step.output] == at) { // nobody reads it
        giveBack(shape, planes[step.output]);
      }
    }
  }

  private static int overwritten(Step step, int at, int[] lastUse, List<Shape> shapes) {
    for (int input : step.inputs) {
      if (lastUse[input] == at && shapes.get(input).sameAs(shapes.get(step.output))) {
        return input;
      }
    }
    return -1;
  }

  private int[] taken(Shape shape) {
    Deque<Integer> ofArea = free.computeIfAbsent(shape.area(), _ -> new ArrayDeque<>());
    int[] taken = new int[shape.planes()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = ofArea.isEmpty() ? added(shape.area()) : ofArea.pop();
    }
    return taken;
  }

  private int added(int area) {
    elements += area;
    if (elements > MOST_ELEMENTS) {
      throw new BadNetworkException("the network needs more memory than any for pictures");
    }
    if (count == areas.length) {
      areas = Arrays.copyOf(areas, 2 * count);
    }
    areas[count] = area;
    return count++;
  }

  private void giveBack(Shape shape, int[] numbers) {
    Deque<Integer> ofArea = free.computeIfAbsent(shape.area(), _ -> new ArrayDeque<>());
    for (int number : numbers) {
      ofArea.push(number);
    }
  }

  /// Elements of all planes.
  long elements() {
    return elements;
  }

  Memory allocate() {
    float[][] all = new float[count][];
    for (int i = 0; i < count; i++) {
      all[i] = new float[areas[i]];
    }
    float[][][] tensors = new float[planes.length][][];
    for (int tensor = 0; tensor < planes.length; tensor++) {
      int[] numbers = planes[tensor];
      if (numbers != null) {
        tensors[tensor] = new float[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
          tensors[tensor][i] = all[numbers[i]];
        }
      }
    }
    return new Memory(tensors);
  }
}
