package org.hifazat.assessment.instrument;

import java.util.Optional;
import org.w3c.dom.Document;

/** Reads XML from strangers into a document that may be changed; for other packages. */
public final class SafeXml {

  private SafeXml() {}

  /** The document; empty when it is too large, no XML, or has a document type. */
  public static Optional<Document> read(String xml, int limit) {
    return switch (HardenedXml.read(xml, limit)) {
      case HardenedXml.Reading.Unreadable unreadable -> Optional.empty();
      case HardenedXml.Reading.Document read -> Optional.of(read.root().getOwnerDocument());
    };
  }

  /**
   * A document that was read before.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Document document(String xml) {
    return read(xml, Instrument.FORM_LIMIT)
        .orElseThrow(() -> new IllegalArgumentException("not readable"));
  }
}
