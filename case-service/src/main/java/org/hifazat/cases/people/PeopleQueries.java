package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.matching.SpokenName;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Persons and safe places of a case, those of before included. Every read is audited. */
@ApplicationScoped
public class PeopleQueries {
  private final Session entities;
  private final ReachCase reach;
  private final CasePages pages;
  private final PersonWords words;
  private final AuditLog audit;

  PeopleQueries(
      Session entities, ReachCase reach, CasePages pages, PersonWords words, AuditLog audit) {
    this.entities = entities;
    this.reach = reach;
    this.pages = pages;
    this.words = words;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public List<KnownPerson> persons(UUID caseId, @Nullable Cursor after, int limit) {
    UUID child = read(caseId, "persons");
    return pages.oldestFirst(CasePerson.class, caseId, after, limit).stream()
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
  public List<KnownPlace> places(UUID caseId, @Nullable Cursor after, int limit) {
    UUID child = read(caseId, "safe-places");
    return pages.oldestFirst(SafePlace.class, caseId, after, limit).stream()
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

  /**
   * Whether somebody of any case of the history whom the child is kept safe from is called so; a
   * title does not hide who it is.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isCalledAsOfConcern(CaseHistory.Parts history, String name) {
    return namesOfConcern(history).anyMatch(known -> SpokenName.same(known, name));
  }

  /**
   * The same of somebody outside whom the child may be sent to: nor does a name that one of both
   * leaves out hide them. People of one family share names, so of a family it would be too much.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean soundsOfConcern(CaseHistory.Parts history, String name) {
    return namesOfConcern(history).anyMatch(known -> SpokenName.alike(known, name));
  }

  private Stream<String> namesOfConcern(CaseHistory.Parts history) {
    return entities
        .createQuery("from CasePerson where caseId in (:cases)", CasePerson.class)
        .setParameterList("cases", history.ids())
        .getResultStream()
        .filter(person -> person.roles().contains(PersonRole.PERSON_OF_CONCERN))
        .map(person -> words.name(history.child(person.caseId()), person));
  }

  /** Who of the case on that day is called so and is that to the child. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> known(CaseFile file, PersonFacts facts, LocalDate day) {
    return entities
        .createQuery(
            "from CasePerson where caseId = :case and relation = :relation order by recordedAt, id",
            CasePerson.class)
        .setParameter("case", file.id())
        .setParameter("relation", facts.relation())
        .getResultStream()
        .filter(person -> person.isOn(day))
        .filter(
            person ->
                words.name(file.childId(), person).strip().equalsIgnoreCase(facts.name().strip()))
        .map(CasePerson::id)
        .findFirst();
  }

  /** What somebody is to the child on a day. */
  public record Standing(boolean caregiver, boolean ofConcern) {}

  /** Empty when nobody of the case was named. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Standing> standing(UUID caseId, UUID personId, LocalDate day) {
    return Optional.ofNullable(entities.find(CasePerson.class, personId))
        .filter(person -> person.caseId().equals(caseId))
        .map(
            person ->
                new Standing(
                    person.isOn(day) && PersonRole.caresFor(person.roles()),
                    person.roles().contains(PersonRole.PERSON_OF_CONCERN)));
  }

  /** Names in clear, for whoever has been let into a part of the case that names them. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> names(UUID child, Collection<UUID> personIds) {
    return names(personIds, person -> child);
  }

  /**
   * The same of several cases; who belongs to none of them is not named.
   *
   * @param children whose key each case's people are written under
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> names(Map<UUID, UUID> children, Collection<UUID> personIds) {
    return names(personIds, person -> children.get(person.caseId()));
  }

  private Map<UUID, String> names(
      Collection<UUID> personIds, Function<CasePerson, @Nullable UUID> childOf) {
    Map<UUID, String> names = new HashMap<>();
    if (!personIds.isEmpty()) {
      entities
          .createQuery("from CasePerson where id in (:ids)", CasePerson.class)
          .setParameterList("ids", personIds)
          .getResultStream()
          .forEach(
              person -> {
                UUID child = childOf.apply(person);
                if (child != null) {
                  names.put(person.id(), words.name(child, person));
                }
              });
    }
    return names;
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
