package org.hifazat.assessment.instrument;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer that interrupts: somebody must act before anything else.
 *
 * @param node path of the question
 * @param values the answers that raise it
 * @param kind suicide or ongoing-abuse
 * @param imminent those of the values that mean danger at this moment; empty when none is told
 *     apart
 */
public record AlarmRule(
    @Schema(required = true) String node,
    @Schema(required = true) List<String> values,
    @Schema(
            required = true,
            enumeration = {"suicide", "ongoing-abuse"})
        String kind,
    @Schema(required = true) List<String> imminent) {

  @SuppressWarnings("NullAway") // Jackson passes null for what is absent
  public AlarmRule {
    values = List.copyOf(values);
    imminent = imminent == null ? List.of() : List.copyOf(imminent);
  }

  /**
   * The alarm this answer raises, if it does.
   *
   * @param answer one code, or several with spaces between them
   */
  Optional<RaisedAlarm> raisedBy(String answer) {
    List<String> chosen = List.of(answer.split(" "));
    boolean raised = values.stream().anyMatch(chosen::contains);
    return raised
        ? Optional.of(
            new RaisedAlarm(
                node.substring(node.lastIndexOf('/') + 1),
                kind,
                imminent.stream().anyMatch(chosen::contains)))
        : Optional.empty();
  }
}
