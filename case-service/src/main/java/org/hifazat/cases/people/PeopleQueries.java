package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** Persons and safe places of a case, those of before included. Every read is audited. */
@ApplicationScoped
public class PeopleQueries {
  private final Session entities;
  private final ReachCase reach;
  private final PersonWords words;
  private final AuditLog audit;

  PeopleQueries(Session entities, ReachCase reach, PersonWords words, AuditLog audit) {
    this.entities = entities;
    this.reach = reach;
    this.words = words;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public List<KnownPerson> persons(UUID caseId) {
    UUID child = read(caseId, "persons");
    return entities
        .createQuery(
            "from CasePerson where caseId = :case order by recordedAt, id", CasePerson.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(person -> known(child, person))
        .toList();
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public KnownPerson person(UUID caseId, UUID personId) {
    UUID child = read(caseId, "person");
    return known(child, find(caseId, personId));
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public List<KnownPlace> places(UUID caseId) {
    UUID child = read(caseId, "safe-places");
    return entities
        .createQuery("from SafePlace where caseId = :case order by recordedAt, id", SafePlace.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(place -> known(child, place))
        .toList();
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public KnownPlace place(UUID caseId, UUID placeId) {
    UUID child = read(caseId, "safe-place");
    return known(child, findPlace(caseId, placeId));
  }

  private UUID read(UUID caseId, String what) {
    UUID child = reach.to(CaseOperation.VIEW_PEOPLE, caseId).child().id();
    audit.read(CaseOperation.VIEW_PEOPLE.name(), "case", caseId, what);
    return child;
  }

  /** Whether somebody who was named belongs to this case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isOfCase(UUID caseId, UUID personId) {
    CasePerson person = entities.find(CasePerson.class, personId);
    return person != null && person.caseId().equals(caseId);
  }

  /** Whether this is a person of the case whom the child has to be kept safe from. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isOfConcern(UUID caseId, UUID personId) {
    CasePerson person = entities.find(CasePerson.class, personId);
    return person != null
        && person.caseId().equals(caseId)
        && person.roles().contains(PersonRole.PERSON_OF_CONCERN);
  }

  /** A person of another case is not there, whoever may read that one. */
  CasePerson find(UUID caseId, UUID personId) {
    CasePerson person = entities.find(CasePerson.class, personId);
    if (person == null || !person.caseId().equals(caseId)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return person;
  }

  SafePlace findPlace(UUID caseId, UUID placeId) {
    SafePlace place = entities.find(SafePlace.class, placeId);
    if (place == null || !place.caseId().equals(caseId)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return place;
  }

  KnownPerson known(UUID child, CasePerson person) {
    return new KnownPerson(
        person.id(),
        person.caseId(),
        words.open(child, person),
        person.recordedAt(),
        person.version());
  }

  KnownPlace known(UUID child, SafePlace place) {
    return new KnownPlace(
        place.id(), place.caseId(), words.open(child, place), place.recordedAt(), place.version());
  }
}
