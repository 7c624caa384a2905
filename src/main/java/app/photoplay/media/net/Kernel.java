package app.photoplay.media.net;

/// One operation, ready to run: its sizes were checked and its weights unpacked when the network
/// was read. Has no state of its own, so that all runs of a network share it.
interface Kernel {
  void run(Memory memory);

  /// Whether each element of the output depends on the same element of an input alone, so that the
  /// output may be written over that input.
  default boolean elementwise() {
    return false;
  }
}
