import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What javac loads Error Prone with in a whole run ({@code -XDprocloader}). javac makes a loader for each compilation, and
 * so reads Error Prone and warms it up anew for each module and for its tests; this one finds the classes of the last time.
 * They keep nothing of one compilation for the next: Gradle and Bazel keep them too.
 */
public final class KeptProcessors extends URLClassLoader {
  private static final Map<String, URLClassLoader> KEPT = new ConcurrentHashMap<>();

  private final URLClassLoader kept;

  public KeptProcessors(URL[] path, ClassLoader parent) {
    super(new URL[0], parent);
    kept = KEPT.computeIfAbsent(Arrays.toString(path), ignored -> new URLClassLoader(path, parent));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return kept.loadClass(name);
  }

  @Override
  public URL findResource(String name) {
    return kept.findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return kept.findResources(name);
  }
}
