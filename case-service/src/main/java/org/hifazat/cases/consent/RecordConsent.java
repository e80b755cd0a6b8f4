package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.people.RecordPerson;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down who agreed to what, or did not. */
@ApplicationScoped
public class RecordConsent {
  private final Session entities;
  private final CaseFiles files;
  private final OutsideRecipients recipients;
  private final ConsentChecks checks;
  private final ConsentStandings standings;
  private final ConsentEndings endings;
  private final FieldCipher cipher;
  private final Relations relations;
  private final Access access;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordConsent(
      Session entities,
      CaseFiles files,
      OutsideRecipients recipients,
      ConsentChecks checks,
      ConsentStandings standings,
      ConsentEndings endings,
      FieldCipher cipher,
      Relations relations,
      Access access,
      IdempotentCreation creation,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.recipients = recipients;
    this.checks = checks;
    this.standings = standings;
    this.endings = endings;
    this.cipher = cipher;
    this.relations = relations;
    this.access = access;
    this.creation = creation;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param purpose case-management, share-information (with one named agency, or one recipient
   *     outside the directory), reporting, tracing, photo, share-unhcr, or hand-over (of the whole
   *     file, by one pending transfer)
   * @param decision given, refused or withdrawn
   * @param method signature, thumbprint or oral
   * @param witness who saw or heard it; needed for a thumbprint or a spoken consent
   * @param withoutCaregiver why no caregiver decides: unavailable, unsafe or, beside a child of 12
   *     to 17, not-permitted (the child does not want them asked); another adult needs one
   * @param personId whose word it is, of a caregiver or another adult; or
   * @param newPerson the same, not recorded before
   * @param recipientId whom the case names already though no directory has them; or
   * @param newRecipient the same, not named before
   * @param orderId what a court's word rests on
   * @param oralReason why it is spoken where it should be in writing
   */
  public record Command(
      UUID caseId,
      String purpose,
      String decision,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable RecipientFacts newRecipient,
      ConsentGiver givenBy,
      String method,
      String language,
      Instant happenedAt,
      @Nullable LocalDate expiresOn,
      @Nullable String witness,
      @Nullable String withoutCaregiver,
      @Nullable UUID personId,
      RecordPerson.@Nullable Command newPerson,
      @Nullable UUID orderId,
      @Nullable UUID transferId,
      @Nullable String oralReason) {

    ConsentMatter matter() {
      return new ConsentMatter(purpose, agencyId, recipientId, transferId);
    }

    /** The same, of a recipient who is written down. */
    Command naming(@Nullable UUID recipient) {
      return new Command(
          caseId,
          purpose,
          decision,
          agencyId,
          recipient,
          null,
          givenBy,
          method,
          language,
          happenedAt,
          expiresOn,
          witness,
          withoutCaregiver,
          personId,
          newPerson,
          orderId,
          transferId,
          oralReason);
    }

    boolean isGiven() {
      return decision.equals("given");
    }

    boolean isWithdrawn() {
      return decision.equals("withdrawn");
    }
  }

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, Consent consent) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future,
   *     ends-before-it-begins, agency-needed, code-unknown, witness-needed,
   *     consent-giver-not-allowed, alone-not-allowed, giver-person-needed, giver-unknown,
   *     giver-of-concern, giver-not-caregiver, stand-in-reason-needed, oral-reason-needed,
   *     consent-order-needed, order-unknown, order-not-in-force, order-not-of-court,
   *     court-word-second-person, hand-over-unknown, recipient-unknown, recipient-of-concern,
   *     recipient-refused-elsewhere, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey, CaseOperation.RECORD_CONSENT.name(), command, () -> record(command));
    Consent consent = entities.find(Consent.class, created.id());
    if (consent == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return new Recorded(created, consent);
  }

  private Created record(Command command) {
    CaseFiles.WithChild found =
        files
            .withChild(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    CaseFile file = found.file();
    access.require(CaseOperation.RECORD_CONSENT, relations.to(file), "case", file.id());
    // Whoever agreed may withdraw at any time; nothing else is added to a closed case.
    if (!command.isWithdrawn()) {
      files.hold(file);
      Gates.requireOpen(file);
    }
    if (command.isWithdrawn() && command.newRecipient() != null) {
      throw new ProblemException(CaseProblem.RECIPIENT_UNKNOWN);
    }
    Command named =
        command.naming(
            recipients.named(
                found, command.recipientId(), command.newRecipient(), command.isGiven()));
    return keep(named, found, checks.check(named, found));
  }

  /** A court's word ends with its order, by the record of that. */
  @Transactional(Transactional.TxType.MANDATORY)
  void withdrawn(Consent word, Instant at) {
    CaseFiles.WithChild found = files.withChild(word.caseId()).orElseThrow();
    Command command =
        new Command(
            word.caseId(),
            word.purpose(),
            "withdrawn",
            word.agencyId(),
            word.recipientId(),
            null,
            word.giver(),
            word.method(),
            word.language(),
            at,
            null,
            null,
            null,
            null,
            null,
            word.orderId(),
            word.transferId(),
            null);
    keep(command, found, new Consent.Checked(null, null));
  }

  private Created keep(Command command, CaseFiles.WithChild found, Consent.Checked checked) {
    Instant now = clock.instant();
    CaseFile file = found.file();
    UUID child = found.child().id();
    ConsentMatter matter = command.matter();
    boolean stoodBefore = standings.of(found, matter).stands();
    UUID id = ids.next();
    String witness = command.witness();
    Consent consent =
        Consent.recorded(
            id,
            command,
            checked,
            witness == null ? null : cipher.encrypt(child, ConsentQueries.WITNESS, id, witness),
            callers.current().staffId().orElseThrow(),
            now);
    entities.persist(consent);
    entities.flush();
    ConsentStanding standing = standings.of(found, matter);
    if (matter.isTold()) {
      outbox.append(
          ConsentEvents.recorded(consent, standing, recipients.serviceType(consent.recipientId())));
    }
    if (standing.stands()) {
      endings.stands(file, matter, consent.happenedAt());
    } else if (stoodBefore) {
      endings.ended(
          file,
          new ConsentEvents.Ended(
              file.id(), consent.id(), matter, consent.decision(), consent.happenedAt()),
          callers.current().staffId().orElseThrow());
    }
    timeline.happened(
        file.id(),
        "consent-recorded",
        consent.happenedAt(),
        consent.id(),
        consent.purpose(),
        consent.decision());
    audit.performed(
        CaseOperation.RECORD_CONSENT.name(),
        "case",
        file.id(),
        consent.purpose(),
        consent.decision());
    return Created.now(
        consent.id(), URI.create("/v1/cases/" + file.id() + "/consents/" + consent.id()));
  }
}
