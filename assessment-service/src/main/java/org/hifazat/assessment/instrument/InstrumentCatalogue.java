package org.hifazat.assessment.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instruments in use. Whether a version is in use is asked each time; what it is never changes
 * and is read once.
 */
@ApplicationScoped
public class InstrumentCatalogue {

  private final Map<InstrumentShelf.Key, Instrument> read = new ConcurrentHashMap<>();
  private final InstrumentShelf shelf;
  private final DescriptorReader descriptors;

  InstrumentCatalogue(InstrumentShelf shelf, DescriptorReader descriptors) {
    this.shelf = shelf;
    this.descriptors = descriptors;
  }

  /** Every version in use, in the order of publication. */
  public List<Instrument> all() {
    return shelf.published().stream().flatMap(key -> read(key).stream()).toList();
  }

  /** The version, when it is in use. */
  public Optional<Instrument> find(String id, String version) {
    InstrumentShelf.Key key = new InstrumentShelf.Key(id, version);
    return shelf.isPublished(key) ? read(key) : Optional.empty();
  }

  /** The version, when it is or was in use: to show what was assessed with it. */
  public Optional<Instrument> known(String id, String version) {
    return read(new InstrumentShelf.Key(id, version));
  }

  private Optional<Instrument> read(InstrumentShelf.Key key) {
    Instrument known = read.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Instrument> fresh =
        shelf
            .find(key)
            .map(kept -> Instrument.open(descriptors.read(kept.descriptor()), kept.form()));
    fresh.ifPresent(instrument -> read.put(key, instrument));
    return fresh;
  }
}
