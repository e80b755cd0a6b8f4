package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.FindableChild;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down a person around a child, and what changes about them. */
@ApplicationScoped
public class RecordPerson {
  private final Session entities;
  private final ReachCase reach;
  private final PeopleChecks checks;
  private final PeopleQueries people;
  private final PersonWords words;
  private final FindableChild findable;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordPerson(
      Session entities,
      ReachCase reach,
      PeopleChecks checks,
      PeopleQueries people,
      PersonWords words,
      FindableChild findable,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.checks = checks;
    this.people = people;
    this.words = words;
    this.findable = findable;
    this.creation = creation;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param happenedAt when this was learnt
   */
  public record Command(UUID caseId, PersonFacts facts, Instant happenedAt) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, KnownPerson person) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future,
   *     period-ends-before-it-begins, code-unknown, person-of-concern-not-safe, or one of
   *     idempotent creation
   */
  @Transactional
  public Recorded add(Command command, @Nullable String idempotencyKey) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_PEOPLE, command.caseId());
    UUID child = found.child().id();
    Created created =
        creation.once(
            idempotencyKey,
            "ADD_PERSON",
            command,
            () -> {
              Gates.requireOpen(found.file());
              return create(command, child);
            });
    return new Recorded(created, people.known(child, people.find(command.caseId(), created.id())));
  }

  /**
   * Somebody met while something else is recorded, in that transaction and request.
   *
   * @throws ProblemException as {@link #add}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID alongside(Command command) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_PEOPLE, command.caseId());
    Gates.requireOpen(found.file());
    return create(command, found.child().id()).id();
  }

  /** Somebody whom an earlier register names; whoever calls has opened the case just now. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void ofRegister(CaseFile file, PersonFacts facts, Instant at) {
    create(new Command(file.id(), facts, at), file.childId());
  }

  private Created create(Command command, UUID child) {
    PersonFacts facts = command.facts();
    checks.person(facts, command.happenedAt());
    UUID id = ids.next();
    entities.persist(
        CasePerson.recorded(
            id,
            command.caseId(),
            facts,
            words.seal(child, id, facts),
            callers.current().staffId().orElseThrow(),
            clock.instant()));
    entities.flush();
    makeFindable(child, facts);
    told(command, id, "person-added");
    return Created.now(id, URI.create("/v1/cases/" + command.caseId() + "/persons/" + id));
  }

  /**
   * @param expectedVersion from If-Match
   * @throws ProblemException not-found, forbidden, stale, in-the-future,
   *     period-ends-before-it-begins, code-unknown, person-of-concern-not-safe
   */
  @Transactional
  public KnownPerson change(Command command, UUID personId, long expectedVersion) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_PEOPLE, command.caseId());
    UUID child = found.child().id();
    CasePerson person = people.find(command.caseId(), personId);
    Preconditions.check(expectedVersion, person.version());
    checks.person(command.facts(), command.happenedAt());
    boolean left = person.validTo() == null && command.facts().validTo() != null;
    person.changed(command.facts(), words.seal(child, personId, command.facts()));
    entities.flush();
    makeFindable(child, command.facts());
    told(command, personId, left ? "person-left" : "person-changed");
    return people.known(child, person);
  }

  private void makeFindable(UUID child, PersonFacts facts) {
    boolean belongs = PersonRole.belongsToTheChild(facts.roles());
    findable.alsoBy(
        child,
        belongs ? facts.phone() : null,
        belongs ? facts.identityNumber() : null,
        facts.relation().equals("father") ? facts.name() : null);
  }

  private void told(Command command, UUID personId, String kind) {
    List<String> codes = new ArrayList<>();
    codes.add(command.facts().relation());
    codes.addAll(command.facts().roles());
    String[] told = codes.toArray(String[]::new);
    timeline.happened(command.caseId(), kind, command.happenedAt(), personId, told);
    audit.performed(CaseOperation.CHANGE_PEOPLE.name(), "case", command.caseId(), told);
  }
}
