package org.hifazat.platform.messaging;

import java.time.Instant;
import java.util.Optional;

/** A payload as a service would write one. */
record Note(String mood, Optional<String> remark, Instant writtenAt) {
  static final String TYPE = "org.hifazat.test.note-written.v1";

  static Note calm() {
    return new Note("calm", Optional.empty(), Instant.EPOCH);
  }
}
