package org.hifazat.cases.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.casefile.WhoMayKnow;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Closes a case to all but those who are named, or opens it again. */
@ApplicationScoped
public class SealCase {
  private final Session entities;
  private final ReachCase reach;
  private final CaseFiles files;
  private final KnownDirectory directory;
  private final CodeLists codes;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final WhoMayKnow whoMayKnow;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  SealCase(
      Session entities,
      ReachCase reach,
      CaseFiles files,
      KnownDirectory directory,
      CodeLists codes,
      FieldCipher cipher,
      Timeline timeline,
      WhoMayKnow whoMayKnow,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.files = files;
    this.directory = directory;
    this.codes = codes;
    this.cipher = cipher;
    this.timeline = timeline;
    this.whoMayKnow = whoMayKnow;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the case, from If-Match
   * @param reason code of seal-reason
   * @param words why, in words
   * @param namedIds who alone knows of the case from now on; the owner and whoever seals included
   */
  public record Command(
      UUID caseId,
      long expectedVersion,
      Instant happenedAt,
      String reason,
      String words,
      List<UUID> namedIds) {}

  /**
   * Seals a case, or changes for whom.
   *
   * @throws ProblemException not-found, forbidden, stale, in-the-future, code-unknown,
   *     transfer-pending, seal-without-owner, seal-without-yourself or colleague-unknown
   */
  @Transactional
  public CaseFile seal(Command command) {
    CaseFile file = reach.to(CaseOperation.SEAL_CASE, command.caseId()).file();
    files.holdAlone(file);
    Preconditions.check(command.expectedVersion(), file.version());
    UUID by = callers.current().staffId().orElseThrow();
    List<UUID> named = command.namedIds().stream().distinct().toList();
    refuseWhatCannotBe(command, file);
    refuseWhoCannotBe(named, file, by);
    current(file.id()).ifPresent(seal -> seal.end(by, command.happenedAt()));
    entities.flush();
    boolean before = file.namedIds().isPresent();
    UUID id = ids.next();
    entities.persist(
        CaseSeal.of(
            id,
            file,
            command.reason(),
            cipher.encrypt(file.childId(), CaseSeal.WORDS, id, command.words()),
            named,
            new CaseSeal.Act(by, command.happenedAt(), clock.instant())));
    file.sealFor(named);
    tell(file, before ? "case-seal-changed" : "case-sealed", command.happenedAt(), id);
    return file;
  }

  private void refuseWhatCannotBe(Command command, CaseFile file) {
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("seal-reason", command.reason()));
    if (!codes.listsWithInvalidCodes(KarachiTime.day(command.happenedAt()), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    long pending =
        entities
            .createQuery(
                "select count(*) from CaseTransfer where caseId = :case and state = 'pending'",
                Long.class)
            .setParameter("case", file.id())
            .getSingleResult();
    if (pending > 0) {
      throw new ProblemException(CaseProblem.TRANSFER_PENDING);
    }
  }

  private void refuseWhoCannotBe(List<UUID> named, CaseFile file, UUID by) {
    if (file.ownerId().filter(owner -> !named.contains(owner)).isPresent()) {
      throw new ProblemException(CaseProblem.SEAL_WITHOUT_OWNER);
    }
    if (!named.contains(by)) {
      throw new ProblemException(CaseProblem.SEAL_WITHOUT_YOURSELF);
    }
    if (!named.stream().allMatch(staff -> directory.takesCases(staff, file.unitId()))) {
      throw new ProblemException(CaseProblem.COLLEAGUE_UNKNOWN);
    }
  }

  /**
   * Everybody of the unit reaches it again as before.
   *
   * @throws ProblemException not-found, forbidden, stale, in-the-future or not-sealed
   */
  @Transactional
  public CaseFile open(UUID caseId, long expectedVersion, Instant happenedAt) {
    CaseFile file = reach.to(CaseOperation.SEAL_CASE, caseId).file();
    Preconditions.check(expectedVersion, file.version());
    if (happenedAt.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    CaseSeal seal =
        current(file.id()).orElseThrow(() -> new ProblemException(CaseProblem.NOT_SEALED));
    seal.end(callers.current().staffId().orElseThrow(), happenedAt);
    file.unseal();
    tell(file, "case-unsealed", happenedAt, seal.id());
    return file;
  }

  private void tell(CaseFile file, String kind, Instant at, UUID seal) {
    entities.flush();
    whoMayKnow.changed(file.id(), at);
    timeline.happened(file.id(), kind, at, seal);
    audit.performed(CaseOperation.SEAL_CASE.name(), "case", file.id(), kind);
  }

  private Optional<CaseSeal> current(UUID caseId) {
    return entities
        .createQuery("from CaseSeal where caseId = :case and endedAt is null", CaseSeal.class)
        .setParameter("case", caseId)
        .getResultStream()
        .findFirst();
  }

  /**
   * A seal as who is named reads it.
   *
   * @param words in clear
   */
  public record Sealed(CaseFile file, Optional<CaseSeal> seal, Optional<String> words) {}

  /** The read is audited. */
  @Transactional
  public Sealed ofCase(UUID caseId) {
    CaseFile file = reach.to(CaseOperation.VIEW_SEAL, caseId).file();
    audit.read(CaseOperation.VIEW_SEAL.name(), "case", caseId);
    Optional<CaseSeal> seal = current(caseId);
    return new Sealed(
        file,
        seal,
        seal.map(one -> cipher.decrypt(file.childId(), CaseSeal.WORDS, one.id(), one.words())));
  }
}
