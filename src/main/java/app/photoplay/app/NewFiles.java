package app.photoplay.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rights of files that this program and those that it starts will make.
final class NewFiles {
  private static final Logger log = LoggerFactory.getLogger(NewFiles.class);
  private static final int OTHERS = 0b000_111_111;

  private NewFiles() {}

  /// Nobody but this user may use any of them: `umask 077`, which Java has no words for. Where the
  /// system has none either, files have the rights that it gives them.
  @SuppressWarnings("restricted") // the launcher allows it
  static void arePrivate() {
    try {
      Linker system = Linker.nativeLinker();
      MethodHandle umask =
          system.downcallHandle(
              system.defaultLookup().find("umask").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      int before = (int) umask.invokeExact(OTHERS);
      log.atTrace().addKeyValue("before", before).log("new files are private");
    } catch (Throwable e) {
      log.atWarn().addKeyValue("error", e.toString()).log("new files have the usual rights");
    }
  }
}
