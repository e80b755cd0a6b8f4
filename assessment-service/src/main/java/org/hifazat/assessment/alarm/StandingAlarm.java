package org.hifazat.assessment.alarm;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.RaisedAlarm;

/**
 * An alarm as it may be shown.
 *
 * @param kind suicide or ongoing-abuse
 * @param imminent whether the answer means danger at this moment
 */
@Schema(name = "Alarm")
public record StandingAlarm(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "suicide") String kind,
    @Schema(required = true, description = "Danger at this moment.") boolean imminent,
    @Schema(required = true) Instant raisedAt) {

  /** Whether it says already what the other would: the same, or the same and worse. */
  boolean covers(RaisedAlarm other) {
    return kind.equals(other.kind()) && (imminent || !other.imminent());
  }
}
