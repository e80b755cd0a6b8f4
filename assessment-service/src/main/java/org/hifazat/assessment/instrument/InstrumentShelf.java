package org.hifazat.assessment.instrument;

import java.util.List;
import java.util.Optional;

/** Where the versions of instruments are kept. */
public interface InstrumentShelf {

  /**
   * Which version of which instrument.
   *
   * @param id as in kp-risk-matrix
   */
  record Key(String id, String version) {}

  /**
   * A version that was published once, and since then cannot change.
   *
   * @param descriptor as JSON
   */
  record Kept(Key key, String descriptor, String form) {}

  /** The versions in use, in the order of their publication. */
  List<Key> published();

  boolean isPublished(Key key);

  /** The version, when it is or was published. */
  Optional<Kept> find(Key key);
}
