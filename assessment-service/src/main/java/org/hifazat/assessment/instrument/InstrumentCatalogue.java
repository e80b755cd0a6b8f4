package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published versions of instruments, as shipped with this service. */
@ApplicationScoped
public class InstrumentCatalogue {

  private static final String FOLDER = "instruments/";

  private final Map<String, Instrument> published = new LinkedHashMap<>();

  InstrumentCatalogue(ObjectMapper json) {
    text("published.txt").lines().forEach(path -> add(path, json));
  }

  /** Every published version, in the order of publication. */
  public List<Instrument> all() {
    return List.copyOf(published.values());
  }

  /** The version, when it is published. */
  public Optional<Instrument> find(String id, String version) {
    return Optional.ofNullable(published.get(id + "/" + version));
  }

  private void add(String path, ObjectMapper json) {
    try {
      InstrumentDescriptor descriptor =
          json.readValue(text(path + "/instrument.json"), InstrumentDescriptor.class);
      Instrument instrument = Instrument.publish(descriptor, text(path + "/form.xml"));
      published.put(instrument.id() + "/" + instrument.version(), instrument);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Instrument " + path + " cannot be read", unreadable);
    }
  }

  private static String text(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream resource = loader.getResourceAsStream(FOLDER + name)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + FOLDER + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
