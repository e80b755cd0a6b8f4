package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.FollowUpHeld;
import org.hifazat.cases.event.FollowUpMissed;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down how a contact went, planned or not, and what it means for the next. */
@ApplicationScoped
public class RecordContact {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_FOLLOW_UP;

  private final Session entities;
  private final CaseDesk desk;
  private final FollowUps followUps;
  private final NextContact next;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordContact(
      Session entities,
      CaseDesk desk,
      FollowUps followUps,
      NextContact next,
      CaseClocks clocks,
      SealedWords words,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.followUps = followUps;
    this.next = next;
    this.clocks = clocks;
    this.words = words;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  public record Unplanned(UUID caseId, FollowUp.Outcome outcome, @Nullable String note) {}

  /**
   * @param expectedVersion from If-Match
   */
  public record Planned(
      UUID followUpId, long expectedVersion, FollowUp.Outcome outcome, @Nullable String note) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, FollowUps.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-the-case, code-unknown,
   *     seen-alone-not-seen, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Unplanned command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> record(file, command));
    return new Recorded(created, followUps.open(file, followUps.one(created.id())));
  }

  private Created record(CaseFile file, Unplanned command) {
    UUID by = callers.current().staffId().orElseThrow();
    FollowUp followUp =
        FollowUp.unplanned(ids.next(), file.id(), command.outcome().kind(), by, clock.instant());
    went(file, followUp, command.outcome(), command.note());
    entities.persist(followUp);
    follow(file, followUp, command.outcome());
    return Created.now(
        followUp.id(), URI.create("/v1/cases/" + file.id() + "/follow-ups/" + followUp.id()));
  }

  /**
   * @throws ProblemException not-found, stale, contact-not-planned, or as for an unplanned one
   */
  @Transactional
  public FollowUps.Whole handle(Planned command) {
    FollowUp followUp = followUps.one(command.followUpId());
    CaseFile file = desk.toChange(OPERATION, followUp.caseId());
    Preconditions.check(command.expectedVersion(), followUp.version());
    went(file, followUp, command.outcome(), command.note());
    entities.flush();
    follow(file, followUp, command.outcome());
    return followUps.open(file, followUp);
  }

  private void went(
      CaseFile file, FollowUp followUp, FollowUp.Outcome outcome, @Nullable String note) {
    refuseWhatCannotBe(file, outcome);
    UUID by = callers.current().staffId().orElseThrow();
    if (!followUp.went(
        outcome, words.seal(file.childId(), FollowUps.NOTE, followUp.id(), note), by)) {
      throw new ProblemException(CaseProblem.CONTACT_NOT_PLANNED);
    }
  }

  private void refuseWhatCannotBe(CaseFile file, FollowUp.Outcome outcome) {
    desk.requirePossible(file, outcome.happenedAt());
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(CodeLists.Use.of("follow-up-kind", outcome.kind()));
    switch (outcome) {
      case FollowUp.Outcome.Held held -> {
        if (held.seenAlone() && !held.childSeen()) {
          throw new ProblemException(CaseProblem.SEEN_ALONE_NOT_SEEN);
        }
      }
      case FollowUp.Outcome.Missed missed ->
          uses.add(CodeLists.Use.of("missed-reason", missed.reason()));
    }
    codes.require(KarachiTime.day(outcome.happenedAt()), uses);
  }

  /** The clocks it meets and starts. Paper that comes late moves no clock that is newer. */
  private void follow(CaseFile file, FollowUp followUp, FollowUp.Outcome outcome) {
    Instant at = outcome.happenedAt();
    switch (outcome) {
      case FollowUp.Outcome.Held held -> {
        clocks.met(file, TaskKind.FOLLOW_UP, followUp.id(), at);
        clocks.met(file, TaskKind.FOLLOW_UP_AGAIN, followUp.id(), at);
        tell(file, followUp, held);
        boolean latest =
            followUps.childLastSeen(file.id()).filter(seen -> seen.isAfter(at)).isEmpty();
        if (held.childSeen() && latest) {
          clocks.met(file, TaskKind.FIRST_RESPONSE, at);
          next.afterSeen(file, at);
        } else {
          next.afterUnseen(file, at);
        }
        if (held.riskChange().equals("higher") && latest) {
          clocks.drop(file, TaskKind.REASSESSMENT);
          clocks.start(file, TaskKind.REASSESSMENT, at);
        }
      }
      case FollowUp.Outcome.Missed missed -> {
        clocks.drop(file, TaskKind.FOLLOW_UP, followUp.id());
        clocks.drop(file, TaskKind.FOLLOW_UP_AGAIN, followUp.id());
        tell(file, followUp, missed);
        next.afterUnseen(file, at);
      }
    }
  }

  private void tell(CaseFile file, FollowUp followUp, FollowUp.Outcome.Held held) {
    deeds.done(
        deed(
            file,
            followUp,
            "follow-up-held",
            held.childSeen() ? held.seenAlone() ? "seen-alone" : "seen" : "not-seen"),
        FollowUpHeld.TYPE,
        new FollowUpHeld(
            file.id(),
            file.districtCode(),
            file.unitId(),
            followUp.id(),
            held.kind(),
            held.childSeen(),
            held.seenAlone(),
            held.riskChange(),
            held.happenedAt()));
  }

  private void tell(CaseFile file, FollowUp followUp, FollowUp.Outcome.Missed missed) {
    deeds.done(
        deed(file, followUp, "follow-up-missed", missed.reason()),
        FollowUpMissed.TYPE,
        new FollowUpMissed(
            file.id(),
            file.districtCode(),
            file.unitId(),
            followUp.id(),
            missed.kind(),
            missed.reason(),
            missed.happenedAt()));
  }

  private static Deed deed(CaseFile file, FollowUp followUp, String kind, String code) {
    return new Deed(
        file,
        OPERATION,
        kind,
        followUp.happenedAt().orElseThrow(),
        "follow-up",
        followUp.id(),
        followUp.version(),
        List.of(followUp.kind(), code));
  }
}
