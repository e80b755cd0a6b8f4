package org.hifazat.cases.conference.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.conference.PlannedConference;
import org.hifazat.cases.conference.PlannedConferences;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A case conference that was called.
 *
 * @param etag for If-Match when calling it off
 */
public record PlannedConferenceView(
    UUID id,
    String reason,
    String state,
    Instant plannedFor,
    @Nullable String place,
    List<ConferenceView.ParticipantView> invited,
    UUID plannedBy,
    Instant recordedAt,
    String etag) {

  static PlannedConferenceView of(PlannedConferences.Whole whole) {
    PlannedConference one = whole.planned();
    return new PlannedConferenceView(
        one.id(),
        one.reason(),
        one.state(),
        one.plannedFor(),
        whole.invitation().place(),
        whole.invitation().invited().stream()
            .map(who -> new ConferenceView.ParticipantView(who.name(), who.role()))
            .toList(),
        one.plannedBy(),
        one.recordedAt(),
        ETags.of(one.version()));
  }
}
