package org.hifazat.referral.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.event.HarmAtServiceTold;
import org.hifazat.referral.event.ServiceFeedbackRecorded;
import org.hifazat.referral.event.ServiceFeedbackReleased;
import org.hifazat.referral.requests.PeoplesTime;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.ReferralTold;
import org.jspecify.annotations.Nullable;

/** Records what a child or a caregiver says of the service, and hands it to the agency or not. */
@ApplicationScoped
public class RecordFeedback {
  private static final int MOST = 50;

  private final EntityManager entities;
  private final Reach reach;
  private final ReferralDesk desk;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final Outbox outbox;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  RecordFeedback(
      EntityManager entities,
      Reach reach,
      ReferralDesk desk,
      FieldCipher cipher,
      IdempotentCreation creation,
      CallerContext callers,
      Outbox outbox,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.desk = desk;
    this.cipher = cipher;
    this.creation = creation;
    this.callers = callers;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(UUID referralId, Feedback.Said said, @Nullable String words) {}

  /**
   * @throws ProblemException not-found, nothing-given-yet, in-the-future, before-the-referral,
   *     too-many-entries or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    ReferralOperation operation = ReferralOperation.RECORD_FEEDBACK;
    Referral referral = reach.asSender(operation, command.referralId());
    return creation.once(
        idempotencyKey, operation.name(), command, () -> record(command, referral));
  }

  private Created record(Command command, Referral referral) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Feedback.Said said = command.said();
    if (!hadToDo(referral.status())) {
      throw new ProblemException(ReferralProblem.NOTHING_GIVEN_YET);
    }
    if (said.happenedAt().isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    if (PeoplesTime.isBefore(said.happenedAt(), referral.authoredAt())) {
      throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
    }
    long before =
        entities
            .createQuery("select count(*) from Feedback where referralId = :referral", Long.class)
            .setParameter("referral", referral.id())
            .getSingleResult();
    if (before >= MOST) {
      throw new ProblemException(ReferralProblem.TOO_MANY_ENTRIES);
    }
    UUID id = ids.next();
    String words = command.words();
    UUID staff =
        callers
            .current()
            .staffId()
            .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    entities.persist(
        Feedback.of(
            id,
            referral.id(),
            referral.caseId(),
            said,
            words == null
                ? null
                : cipher.encrypt(referral.caseId(), FeedbackQueries.WORDS, id, words),
            staff,
            now));
    entities.flush();
    outbox.append(event(id, referral, said));
    if (said.concern()) {
      outbox.append(HarmAtServiceTold.TOPIC, harm(id, referral, said));
    }
    audit.performed(
        ReferralOperation.RECORD_FEEDBACK.name(), "referral", referral.id(), "feedback:" + id);
    return Created.now(id, URI.create("/v1/referrals/" + referral.id() + "/feedback"));
  }

  private static boolean hadToDo(ReferralStatus status) {
    return switch (status) {
      case ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, REJECTED, CANCELLED -> true;
      case DRAFT, REQUESTED, ENTERED_IN_ERROR -> false;
    };
  }

  private static OutboxEvent event(UUID id, Referral referral, Feedback.Said said) {
    return new OutboxEvent(
        ServiceFeedbackRecorded.TYPE,
        "service-feedback",
        id.toString(),
        0,
        referral.caseId().toString(),
        said.happenedAt(),
        new ServiceFeedbackRecorded(
            id,
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.recipient().id(),
            referral.category(),
            said.speaker(),
            said.rating(),
            said.happenedAt(),
            referral.isOutside() ? true : null));
  }

  private static OutboxEvent harm(UUID id, Referral referral, Feedback.Said said) {
    return new OutboxEvent(
        HarmAtServiceTold.TYPE,
        "service-feedback",
        id.toString(),
        0,
        referral.caseId().toString(),
        said.happenedAt(),
        new HarmAtServiceTold(
            id, referral.id(), referral.caseId(), said.speaker(), said.happenedAt()));
  }

  private static OutboxEvent released(UUID id, Referral referral, Instant at) {
    return new OutboxEvent(
        ServiceFeedbackReleased.TYPE,
        "service-feedback",
        id.toString(),
        1,
        referral.caseId().toString(),
        at,
        new ServiceFeedbackReleased(
            id,
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.recipient().id(),
            at));
  }

  /**
   * @throws ProblemException not-found or not-to-be-released
   */
  @Transactional
  public void release(UUID referralId, UUID feedbackId) {
    ReferralOperation operation = ReferralOperation.RELEASE_FEEDBACK;
    Referral referral = reach.asSender(operation, referralId);
    // Locked as for taking it back: of two at once neither undoes the other.
    Feedback feedback = entities.find(Feedback.class, feedbackId, LockModeType.PESSIMISTIC_WRITE);
    if (feedback == null || !feedback.referralId().equals(referral.id())) {
      audit.refused(operation.name(), "service-feedback", feedbackId, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    boolean again = feedback.releasedAt().isPresent();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Outside the directory there is nobody who would read it.
    if (referral.isOutside() || !feedback.release(now)) {
      throw new ProblemException(ReferralProblem.NOT_TO_BE_RELEASED);
    }
    entities.flush();
    if (!again) {
      outbox.append(released(feedbackId, referral, now));
      desk.agencyHears(referral, ReferralTold.What.FEEDBACK_RELEASED, now);
    }
    audit.performed(operation.name(), "service-feedback", feedbackId);
  }
}
