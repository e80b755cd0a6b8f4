package org.hifazat.cases.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.incident.Incidents;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to have been done to the child.
 *
 * @param personId who is said to have done it, among the persons of the case
 * @param findings what was found since it was recorded, oldest first
 * @param etag for If-Match
 */
public record IncidentView(
    UUID id,
    List<String> concerns,
    String placeKind,
    Instant happenedAt,
    @Nullable UUID personId,
    String finding,
    String account,
    List<FindingView> findings,
    UUID recordedBy,
    Instant recordedAt,
    String etag) {

  public record FindingView(String finding, Instant happenedAt, String reason, UUID recordedBy) {}

  static IncidentView of(Incidents.Whole whole) {
    var incident = whole.incident();
    return new IncidentView(
        incident.id(),
        incident.concerns(),
        incident.placeKind(),
        incident.happenedAt(),
        incident.personId().orElse(null),
        incident.finding(),
        whole.account(),
        whole.findings().stream()
            .map(
                one ->
                    new FindingView(
                        one.finding(), one.happenedAt(), one.reason(), one.recordedBy()))
            .toList(),
        incident.recordedBy(),
        incident.recordedAt(),
        ETags.of(incident.version()));
  }
}
