package org.hifazat.cases.conference.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casework.web.ActionView;
import org.hifazat.cases.conference.CaseConference;
import org.hifazat.cases.conference.CaseConferences;

/** The minutes of a case conference. */
public record ConferenceView(
    UUID id,
    String reason,
    String outcome,
    boolean remote,
    List<ParticipantView> participants,
    String decisions,
    List<ActionView> actions,
    Instant happenedAt,
    UUID recordedBy,
    Instant recordedAt) {

  public record ParticipantView(String name, String role) {}

  static ConferenceView of(CaseConferences.Whole whole, Instant now) {
    CaseConference one = whole.conference();
    return new ConferenceView(
        one.id(),
        one.reason(),
        one.outcome(),
        one.remote(),
        whole.minutes().participants().stream()
            .map(who -> new ParticipantView(who.name(), who.role()))
            .toList(),
        whole.minutes().decisions(),
        whole.minutes().actions().stream()
            .map(action -> ActionView.of(action, whole.tasks(), whole.notes(), now))
            .toList(),
        one.happenedAt(),
        one.recordedBy(),
        one.recordedAt());
  }
}
