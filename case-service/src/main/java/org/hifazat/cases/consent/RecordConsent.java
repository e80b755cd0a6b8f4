package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.lifecycle.Gates;
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
  private static final String SHARING = "share-information";

  private final Session entities;
  private final CaseFiles files;
  private final ChildDetails children;
  private final CodeLists codes;
  private final ConsentStandings standings;
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
      ChildDetails children,
      CodeLists codes,
      ConsentStandings standings,
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
    this.children = children;
    this.codes = codes;
    this.standings = standings;
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
   * @param purpose case-management, share-information (with one named agency), reporting, tracing,
   *     photo or share-unhcr
   * @param decision given, refused or withdrawn
   * @param method signature, thumbprint or oral
   * @param witness who saw or heard it; needed for a thumbprint or a spoken consent
   * @param withoutCaregiver why no caregiver decides beside a child of 12 to 17: unavailable,
   *     unsafe or not-permitted (the child does not want them asked)
   */
  public record Command(
      UUID caseId,
      String purpose,
      String decision,
      @Nullable UUID agencyId,
      ConsentGiver givenBy,
      String method,
      String language,
      Instant happenedAt,
      @Nullable LocalDate expiresOn,
      @Nullable String witness,
      @Nullable String withoutCaregiver) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, Consent consent) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future,
   *     ends-before-it-begins, agency-needed, code-unknown, witness-needed,
   *     consent-giver-not-allowed, alone-not-allowed, or one of idempotent creation
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
    Instant now = clock.instant();
    CaseFiles.WithChild found =
        files
            .withChild(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    CaseFile file = found.file();
    access.require(CaseOperation.RECORD_CONSENT, relations.to(file), "case", file.id());
    // Whoever agreed may withdraw at any time; nothing else is added to a closed case.
    if (!command.decision().equals("withdrawn")) {
      Gates.requireOpen(file);
    }
    refuseWhatCannotBe(command, now, children.open(found.child()));
    UUID child = found.child().id();
    ConsentMatter matter = new ConsentMatter(command.purpose(), command.agencyId());
    boolean stoodBefore = standings.of(found, matter).stands();
    UUID id = ids.next();
    String witness = command.witness();
    Consent consent =
        Consent.recorded(
            id,
            command,
            witness == null ? null : cipher.encrypt(child, ConsentQueries.WITNESS, id, witness),
            callers.current().staffId().orElseThrow(),
            now);
    entities.persist(consent);
    entities.flush();
    ConsentStanding standing = standings.of(found, matter);
    outbox.append(ConsentEvents.recorded(consent, standing));
    if (stoodBefore && !standing.stands()) {
      outbox.append(
          ConsentEvents.withdrawn(
              new ConsentEvents.Ended(
                  file.id(), consent.id(), matter, consent.decision(), consent.happenedAt()),
              now));
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

  private void refuseWhatCannotBe(Command command, Instant now, ChildParticulars child) {
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.purpose().equals(SHARING) != (command.agencyId() != null)) {
      throw new ProblemException(CaseProblem.AGENCY_NEEDED);
    }
    LocalDate day = KarachiTime.day(command.happenedAt());
    LocalDate expiry = command.expiresOn();
    if (expiry != null && expiry.isBefore(day)) {
      throw new ProblemException(CaseProblem.ENDS_BEFORE_IT_BEGINS);
    }
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("language", command.language()));
    if (!codes.listsWithInvalidCodes(day, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    int years = AgeBand.years(child.age().birthDate(), child.age().birthYear(), day);
    AgeBand band = AgeBand.ofYears(years);
    if (!command.givenBy().mayDecideFor(band)) {
      throw new ProblemException(CaseProblem.CONSENT_GIVER_NOT_ALLOWED);
    }
    if (command.withoutCaregiver() != null && !command.givenBy().mayDecideAlone(band)) {
      throw new ProblemException(CaseProblem.ALONE_NOT_ALLOWED);
    }
    // Whoever cannot sign is seen or heard by somebody else; a no is heard without.
    boolean given = command.decision().equals("given");
    if (given && !command.method().equals("signature") && command.witness() == null) {
      throw new ProblemException(CaseProblem.WITNESS_NEEDED);
    }
  }
}
