package org.hifazat.assessment.alarm;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code org.hifazat.assessments.assessment-alarm-raised.v1}: codes only. */
record AlarmRaised(
    UUID alarmId,
    UUID caseId,
    @Nullable UUID assessmentId,
    String instrumentId,
    String kind,
    boolean imminent,
    Instant raisedAt,
    Instant recordedAt) {

  static final String TYPE = "org.hifazat.assessments.assessment-alarm-raised.v1";
}
