package app.photoplay.media.net;

/// What one run of a network computes: the planes of each tensor, which [MemoryPlan] lets share
/// arrays, and room that an operation may use while it runs.
final class Memory {
  private final float[][][] tensors;
  private float[][] scratch = {};

  Memory(float[][][] tensors) {
    this.tensors = tensors;
  }

  /// The planes of a tensor. Every element of an output must be written, since it holds what
  /// another tensor left there.
  float[][] planes(int tensor) {
    return tensors[tensor];
  }

  /// So many arrays of at least this length, with anything in them, until the next call.
  float[][] scratch(int count, int length) {
    if (scratch.length < count) {
      float[][] more = new float[count][];
      System.arraycopy(scratch, 0, more, 0, scratch.length);
      scratch = more;
    }
    for (int i = 0; i < count; i++) {
      if (scratch[i] == null || scratch[i].length < length) {
        scratch[i] = new float[length];
      }
    }
    return scratch;
  }
}
