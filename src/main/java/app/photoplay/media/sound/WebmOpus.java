package app.photoplay.media.sound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Opus in WebM and Matroska (RFC 9559), as browsers record a microphone: clusters that follow one
/// another, of lengths that may be unknown. Its first sound track, of films too.
///
/// Where nothing was recorded for a while, silence is played.
final class WebmOpus implements Recorded {
  private static final int SEGMENT = 0x18538067;
  private static final int TIME_SCALE = 0x2AD7B1;
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK = 0xAE;
  private static final int TRACK_NUMBER = 0xD7;
  private static final int TRACK_TYPE = 0x83;
  private static final int CODEC = 0x86;
  private static final int CODEC_HEAD = 0x63A2;
  private static final int ENCODINGS = 0x6D80;
  private static final int CLUSTER = 0x1F43B675;
  private static final int CLUSTER_TIME = 0xE7;
  private static final int GROUP = 0xA0;
  private static final int BLOCK = 0xA1;
  private static final int SIMPLE_BLOCK = 0xA3;
  private static final int DISCARD = 0x75A2;

  private static final int SOUND = 2;
  private static final int LACED = 0x06;

  /// A gap of fewer seconds is how clocks differ.
  private static final double GAP = 0.1;

  private final ByteBuffer in;
  private final List<Packet> packets = new ArrayList<>();
  private double scale = 1e-3;
  private double cluster;
  private long number;
  private long type;
  private long sound = -1;
  private String codec = "";
  private byte[] head = new byte[0];
  private long discarded;
  private boolean cutOff;

  /// @param time when it is played, in seconds
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Packet(double time, byte[] bytes) {}

  private WebmOpus(byte[] file) {
    in = ByteBuffer.wrap(file);
  }

  /// Reads the elements.
  ///
  /// @throws SoundBroken when the file is cut off, or holds no sound
  /// @throws SoundUnknown when that is not Opus
  static WebmOpus of(byte[] file) {
    WebmOpus whole = new WebmOpus(file);
    while (whole.in.remaining() >= 2) {
      whole.element();
    }
    whole.chosen();
    if (whole.cutOff || whole.packets.isEmpty()) {
      throw new SoundBroken(whole.cutOff ? "cut off" : "no packet");
    }
    return whole;
  }

  /// Reads one, or enters one that holds others: where it ends need not be known then.
  private void element() {
    int id = (int) number(false);
    long size = number(true);
    switch (id) {
      case SEGMENT, TRACKS, GROUP -> {
        return;
      }
      case CLUSTER -> {
        chosen();
        return;
      }
      case TRACK -> {
        track();
        return;
      }
      default -> {
        // read below
      }
    }
    if (size < 0 || size > in.remaining()) {
      cutOff = true;
      in.position(in.limit());
      return;
    }
    ByteBuffer content = in.slice(in.position(), (int) size);
    in.position(in.position() + (int) size);
    switch (id) {
      case TIME_SCALE -> scale = value(content) / 1e9;
      case TRACK_NUMBER -> number = value(content);
      case TRACK_TYPE -> type = value(content);
      case CODEC -> codec = StandardCharsets.ISO_8859_1.decode(content).toString().strip();
      case CODEC_HEAD -> head = bytes(content);
      case ENCODINGS -> codec = "packed " + codec;
      case CLUSTER_TIME -> cluster = value(content) * scale;
      case BLOCK, SIMPLE_BLOCK -> block(content);
      case DISCARD -> discarded = value(content);
      default -> {
        // tags, places to jump to, texts
      }
    }
  }

  /// Begins another track, if the one before is not the sound.
  private void track() {
    chosen();
    if (sound < 0) {
      type = 0;
      codec = "";
      head = new byte[0];
    }
  }

  /// Finds out whether the track that was read is the sound.
  private void chosen() {
    if (sound >= 0 || type != SOUND) {
      return;
    }
    if (!codec.equals("A_OPUS")) {
      throw new SoundUnknown(codec);
    }
    sound = number;
    OpusStream.Head.of(head);
  }

  private void block(ByteBuffer content) {
    WebmOpus inside = new WebmOpus(bytes(content));
    long track = inside.number(true);
    if (track != sound) {
      return;
    }
    double time = cluster + inside.in.getShort() * scale;
    if ((inside.in.get() & LACED) != 0) {
      throw new SoundUnknown("laced blocks");
    }
    discarded = 0;
    packets.add(new Packet(time, bytes(inside.in)));
  }

  /// A number of one to eight bytes, whose first bits tell how many there are.
  ///
  /// @param bare without those bits; -1 then for a length that is not known
  private long number(boolean bare) {
    int first = in.get() & 0xFF;
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more > 7 || more > in.remaining()) {
      cutOff = true;
      in.position(in.limit());
      return -1;
    }
    long value = bare ? first & (0x7F >> more) : first;
    boolean ones = bare && (first | (0xFF << (7 - more) & 0xFF)) == 0xFF;
    for (int i = 0; i < more; i++) {
      int next = in.get() & 0xFF;
      ones &= next == 0xFF;
      value = value << 8 | next;
    }
    return ones ? -1 : value;
  }

  private static long value(ByteBuffer content) {
    long value = 0;
    while (content.hasRemaining()) {
      value = value << 8 | (content.get() & 0xFF);
    }
    return value;
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  @Override
  public double seconds() {
    double end = packets.getLast().time() - packets.getFirst().time();
    long coded = packets.stream().mapToLong(it -> OpusStream.samples(it.bytes())).sum();
    return Math.max(end, (double) coded / OpusStream.RATE);
  }

  @Override
  public void decode(SoundBuffer buffer) {
    OpusStream.Head told = OpusStream.Head.of(head);
    OpusStream opus = new OpusStream(told);
    double begin = packets.getFirst().time();
    int skip = told.skip();
    for (int i = 0; i < packets.size() && !buffer.full(); i++) {
      Packet packet = packets.get(i);
      int count = opus.decode(packet.bytes());
      int last = i < packets.size() - 1 ? 0 : (int) (discarded * OpusStream.RATE / 1_000_000_000);
      if (buffer.seconds() < packet.time() - begin - GAP) {
        buffer.silentUntil(packet.time() - begin);
      }
      opus.play(Math.min(skip, count), count - Math.clamp(last, 0, count), buffer);
      skip = Math.max(0, skip - count);
    }
  }
}
