package org.hifazat.assessment.instrument;

import java.util.List;
import java.util.Map;

/**
 * What the server must know of a form besides the form: which nodes are the result.
 *
 * @param id the form's id attribute
 * @param version the form's version attribute
 * @param title shown in lists
 * @param purpose code of what it is for, {@code risk}
 * @param translations language to {@code original}, {@code working} or {@code validated}
 * @param conductedOn path of the date question
 * @param score path of the calculated score
 * @param band path of the calculated band: high, medium or low
 * @param redFlags path of the red-flag question (select multiple)
 * @param noRedFlag its choice for "none of these"
 * @param arithmetic paths of the nodes to show as the sum, whole numbers with a label
 */
public record InstrumentDescriptor(
    String id,
    String version,
    Texts title,
    String purpose,
    Map<String, String> translations,
    String conductedOn,
    String score,
    String band,
    String redFlags,
    String noRedFlag,
    List<String> arithmetic) {

  public InstrumentDescriptor {
    translations = Map.copyOf(translations);
    arithmetic = List.copyOf(arithmetic);
  }
}
