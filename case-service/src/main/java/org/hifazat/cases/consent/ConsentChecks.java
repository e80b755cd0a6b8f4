package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.legal.OrdersInForce;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.people.RecordPerson;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be anybody's word: by whom, at which age, in which form (Caring for Child Survivors,
 * IRC/UNICEF 2012). A withdrawal is never held up by form or paper; a court's no is a protection
 * and taken back as it was given.
 */
@ApplicationScoped
class ConsentChecks {
  private final ChildDetails children;
  private final CodeLists codes;
  private final CaseHistory history;
  private final PeopleQueries people;
  private final RecordPerson persons;
  private final OrdersInForce orders;
  private final ConsentStandings standings;
  private final OutsideTransfers transfers;
  private final KnownDirectory directory;
  private final CallerContext callers;
  private final Clock clock;

  ConsentChecks(
      ChildDetails children,
      CodeLists codes,
      CaseHistory history,
      PeopleQueries people,
      RecordPerson persons,
      OrdersInForce orders,
      ConsentStandings standings,
      OutsideTransfers transfers,
      KnownDirectory directory,
      CallerContext callers,
      Clock clock) {
    this.children = children;
    this.codes = codes;
    this.history = history;
    this.people = people;
    this.persons = persons;
    this.orders = orders;
    this.standings = standings;
    this.transfers = transfers;
    this.directory = directory;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Records the person too, where somebody new was named.
   *
   * @throws ProblemException as {@link RecordConsent#handle}
   */
  Consent.Checked check(RecordConsent.Command command, CaseFiles.WithChild found) {
    Instant now = clock.instant();
    LocalDate day = KarachiTime.day(command.happenedAt());
    matter(command, now, day);
    Age age = children.open(found.child()).age();
    form(command, AgeBand.ofYears(AgeBand.years(age.birthDate(), age.birthYear(), day)));
    LocalDate lastDay = command.expiresOn();
    if (command.givenBy() == ConsentGiver.COURT) {
      lastDay = lastDay(command, day);
    }
    return new Consent.Checked(person(command, found.file(), day), lastDay);
  }

  private void matter(RecordConsent.Command command, Instant now, LocalDate day) {
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    UUID transfer = command.transferId();
    if (!command.matter().isWhole()) {
      throw new ProblemException(
          command.matter().isHandingOver()
              ? CaseProblem.HAND_OVER_UNKNOWN
              : CaseProblem.AGENCY_NEEDED);
    }
    if (transfer != null && !transfers.isPending(command.caseId(), transfer)) {
      throw new ProblemException(CaseProblem.HAND_OVER_UNKNOWN);
    }
    LocalDate expiry = command.expiresOn();
    if (expiry != null && expiry.isBefore(day)) {
      throw new ProblemException(CaseProblem.ENDS_BEFORE_IT_BEGINS);
    }
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("language", command.language()));
    if (!codes.listsWithInvalidCodes(day, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }

  private static void form(RecordConsent.Command command, AgeBand band) {
    ConsentGiver giver = command.givenBy();
    if (!giver.mayDecideFor(band)) {
      throw new ProblemException(CaseProblem.CONSENT_GIVER_NOT_ALLOWED);
    }
    String without = command.withoutCaregiver();
    if (without != null && !giver.mayDecideWithout(without, band)) {
      throw new ProblemException(CaseProblem.ALONE_NOT_ALLOWED);
    }
    if (!command.isGiven()) {
      return;
    }
    if (giver == ConsentGiver.OTHER_TRUSTED_ADULT && without == null) {
      throw new ProblemException(CaseProblem.STAND_IN_REASON_NEEDED);
    }
    // Whoever cannot sign is seen or heard by somebody else; a no is heard without.
    if (!command.method().equals("signature") && command.witness() == null) {
      throw new ProblemException(CaseProblem.WITNESS_NEEDED);
    }
    if (command.method().equals("oral") && giver.writes(band) && command.oralReason() == null) {
      throw new ProblemException(CaseProblem.ORAL_REASON_NEEDED);
    }
  }

  private @Nullable UUID person(RecordConsent.Command command, CaseFile file, LocalDate day) {
    if (!command.givenBy().isNamed()) {
      return null;
    }
    RecordPerson.Command somebodyNew = command.newPerson();
    UUID person = command.personId();
    if (somebodyNew != null) {
      // Whom the child is kept safe from is nobody new under a second row.
      if (!command.isWithdrawn()
          && people.isCalledAsOfConcern(history.of(file), somebodyNew.facts().name())) {
        throw new ProblemException(CaseProblem.GIVER_OF_CONCERN);
      }
      // Nor is whoever is known by that name: their yes has to answer their own no.
      person = people.known(file, somebodyNew.facts(), day).orElse(null);
      if (person == null) {
        // Nobody is added to a closed case; the withdrawal is.
        return file.isClosed() ? null : persons.alongside(somebodyNew);
      }
    }
    if (person == null) {
      if (command.isWithdrawn()) {
        return null;
      }
      throw new ProblemException(CaseProblem.GIVER_PERSON_NEEDED);
    }
    PeopleQueries.Standing standing = standing(command.caseId(), person, day);
    if (!command.isWithdrawn()) {
      if (standing.ofConcern()) {
        throw new ProblemException(CaseProblem.GIVER_OF_CONCERN);
      }
      if (command.givenBy() == ConsentGiver.CAREGIVER && !standing.caregiver()) {
        throw new ProblemException(CaseProblem.GIVER_NOT_CAREGIVER);
      }
    }
    return person;
  }

  /** Of this case, or of one that went into it where a no was said that counts here. */
  private PeopleQueries.Standing standing(UUID caseId, UUID person, LocalDate day) {
    return people
        .standing(caseId, person, day)
        .or(
            () ->
                standings
                    .whereSaidNo(caseId, person)
                    .flatMap(merged -> people.standing(merged, person, day)))
        .orElseThrow(() -> new ProblemException(CaseProblem.GIVER_UNKNOWN));
  }

  /** A court's word lasts no longer than its order, and two people have seen the order. */
  private @Nullable LocalDate lastDay(RecordConsent.Command command, LocalDate day) {
    boolean free =
        command.isWithdrawn() && !standings.courtForbids(command.caseId(), command.matter());
    UUID id = command.orderId();
    if (id == null) {
      if (free) {
        return null;
      }
      throw new ProblemException(CaseProblem.CONSENT_ORDER_NEEDED);
    }
    OrdersInForce.Standing order =
        orders
            .standing(command.caseId(), id, day)
            .orElseThrow(() -> new ProblemException(CaseProblem.ORDER_UNKNOWN));
    LocalDate wanted = command.expiresOn();
    if (free) {
      return wanted;
    }
    if (!order.ofCourt()) {
      throw new ProblemException(CaseProblem.ORDER_NOT_OF_COURT);
    }
    if (!order.inForce()) {
      throw new ProblemException(CaseProblem.ORDER_NOT_IN_FORCE);
    }
    Caller me = callers.current();
    boolean another = !me.staffId().equals(Optional.of(order.recordedBy()));
    if (!another
        || !(me.has(Role.SUPERVISOR) || directory.hasRole(order.recordedBy(), Role.SUPERVISOR))) {
      throw new ProblemException(CaseProblem.COURT_WORD_SECOND_PERSON);
    }
    LocalDate last = order.lastDay();
    return last == null || (wanted != null && wanted.isBefore(last)) ? wanted : last;
  }
}
