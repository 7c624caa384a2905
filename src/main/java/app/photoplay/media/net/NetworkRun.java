package app.photoplay.media.net;

/// The memory of one run of a network. Not thread-safe.
public final class NetworkRun {
  private final Network network;
  private final Memory memory;

  NetworkRun(Network network, Memory memory) {
    this.network = network;
    this.memory = memory;
  }

  /// The only picture that the network is given: one plane for each channel, row by row, to be
  /// written before each run. What was written stays.
  public float[][] input() {
    return memory.planes(network.input(0));
  }

  public void run() {
    network.run(memory);
  }

  /// A result of the last run in the order of its dimensions (rows, columns, channels for a
  /// picture). To be read before the next run, not to be changed.
  ///
  /// @param number as the network numbers its outputs, from 0
  public float[] output(int number) {
    int tensor = network.output(number);
    return Rearranging.inOrder(memory.planes(tensor), network.shape(tensor));
  }
}
