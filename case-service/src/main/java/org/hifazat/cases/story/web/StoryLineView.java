package org.hifazat.cases.story.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.story.Story;
import org.hifazat.cases.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case.
 *
 * @param staffId who did it; absent when the platform or another agency did
 * @param codes details of the kind, as codes of its own lists
 * @param subjectId the record to open for more; absent when the case itself is
 * @param fromCase the number of the merged case it happened to; absent for the case's own
 */
public record StoryLineView(
    UUID id,
    String kind,
    String group,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable UUID staffId,
    List<String> codes,
    @Nullable UUID subjectId,
    @Nullable String fromCase) {

  static StoryLineView of(Story.Line line) {
    TimelineEntry entry = line.entry();
    return new StoryLineView(
        entry.id(),
        entry.kind(),
        line.group().label(),
        entry.happenedAt(),
        entry.recordedAt(),
        entry.actorId(),
        entry.codes(),
        entry.subjectId(),
        line.fromCase());
  }
}
