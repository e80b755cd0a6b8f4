package org.hifazat.assessment.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that stands against publishing an instrument. Forms hold nothing personal, so it may
 * say what it found.
 *
 * @param place the node, text or golden set; empty for the whole
 * @param code for the reader's language
 * @param detail in English, for whoever made the form
 */
public record Finding(
    @Schema(required = true, examples = "/data/harm/severity") String place,
    @Schema(required = true, examples = "label-missing") String code,
    @Schema(required = true) String detail) {

  @Override
  public String toString() {
    return (place + ": " + detail + " (" + code + ")").replaceFirst("^: ", "");
  }
}
