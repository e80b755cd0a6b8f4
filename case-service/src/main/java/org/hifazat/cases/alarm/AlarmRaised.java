package org.hifazat.cases.alarm;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** What casework reads of {@code org.hifazat.assessments.assessment-alarm-raised.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AlarmRaised(UUID alarmId, UUID caseId, String kind, boolean imminent, Instant raisedAt) {}
