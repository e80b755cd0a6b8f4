package org.hifazat.assessment.draft.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.draft.DraftState;
import org.hifazat.assessment.draft.Drafts;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/** An assessment that is being conducted. */
@Schema(name = "AssessmentDraft")
record DraftView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID caseId,
    @Schema(required = true) String instrumentId,
    @Schema(required = true) String instrumentVersion,
    @Schema(
            required = true,
            enumeration = {"child", "caregiver", "worker"})
        String respondent,
    @Nullable UUID respondentId,
    @Schema(required = true, description = "The same for what is answered on one occasion.")
        UUID occasionId,
    @Nullable UUID supervisedBy,
    @Schema(required = true) Instant conductedAt,
    @Schema(
            required = true,
            enumeration = {"open", "completed", "discarded"})
        String state,
    @Schema(description = "What was answered so far, as it was sent; not in lists.")
        @Nullable String answersXml,
    @Schema(description = "What it became.") @Nullable UUID assessmentId,
    @Schema(required = true) UUID startedBy,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true, description = "Who saved, completed or discarded it last.")
        UUID savedBy,
    @Schema(required = true) Instant savedAt,
    @Schema(description = "Why it was given up.") @Nullable String discardReason,
    @Schema(description = "Its entity tag, to go on from a list.", required = true) String etag,
    @Schema(description = "What interrupts; not in lists.") @Nullable List<StandingAlarm> alarms) {

  static DraftView of(Drafts.Whole whole) {
    return of(whole.draft(), whole.alarms());
  }

  static DraftView line(DraftState draft) {
    return of(draft, null);
  }

  private static DraftView of(DraftState draft, @Nullable List<StandingAlarm> alarms) {
    return new DraftView(
        draft.id(),
        draft.caseId(),
        draft.instrumentId(),
        draft.instrumentVersion(),
        draft.respondent(),
        draft.respondentId(),
        draft.occasionId(),
        draft.supervisedBy(),
        draft.conductedAt(),
        draft.state(),
        draft.answersXml(),
        draft.assessmentId(),
        draft.startedBy(),
        draft.startedAt(),
        draft.savedBy(),
        draft.savedAt(),
        draft.discardReason(),
        ETags.of(draft.version()),
        alarms);
  }
}
