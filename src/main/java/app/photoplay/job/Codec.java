package app.photoplay.job;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

/// Turns a record, or a sealed family of records, into JSON and back. Equal values give equal text.
public final class Codec<T> {
  /// Buffers are shared: kept for each thread, as is usual, they are made anew for every step,
  /// whose threads are short-lived.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build();

  private final ObjectWriter writer;
  private final ObjectReader reader;

  private Codec(Class<T> type) {
    JsonMapper.Builder mapper =
        JsonMapper.builder(FACTORY)
            .addModule(new Jdk8Module())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    name(type, mapper, new HashSet<>());
    JsonMapper built = mapper.build();
    writer = built.writerFor(type);
    reader = built.readerFor(type);
  }

  /// Lets the members of sealed families be told by their names, those of components included.
  private static void name(Class<?> type, JsonMapper.Builder mapper, Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type.isInterface() && type.isSealed()) {
      mapper.addMixIn(type, Named.class);
      for (Class<?> member : type.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(member, member.getSimpleName()));
        name(member, mapper, seen);
      }
    } else if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        name(component.getType(), mapper, seen);
      }
    }
  }

  /// A codec for a record or a sealed interface whose members are records, which may hold such
  /// families in turn; a member is told by its simple name, which must then not change while jobs
  /// are stored. A component that was added later is null in what was stored before.
  public static <T> Codec<T> json(Class<T> type) {
    return new Codec<>(type);
  }

  public String encode(T value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public T decode(String text) {
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}
}
