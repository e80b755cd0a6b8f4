package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What cannot be said of a person or a place. */
@ApplicationScoped
class PeopleChecks {
  private final CodeLists codes;
  private final Clock clock;

  PeopleChecks(CodeLists codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * @throws ProblemException in-the-future, period-ends-before-it-begins, code-unknown,
   *     person-of-concern-not-safe
   */
  void person(PersonFacts facts, Instant happenedAt) {
    said(happenedAt, facts.validFrom(), facts.validTo());
    code("person-relation", facts.relation());
    if (PersonRole.contradict(facts.roles())) {
      throw new ProblemException(CaseProblem.PERSON_OF_CONCERN_NOT_SAFE);
    }
  }

  /**
   * @throws ProblemException in-the-future, period-ends-before-it-begins, code-unknown
   */
  void place(PlaceFacts facts, Instant happenedAt) {
    said(happenedAt, facts.validFrom(), facts.validTo());
    code("safe-place", facts.kind());
  }

  private void said(Instant happenedAt, @Nullable LocalDate from, @Nullable LocalDate to) {
    Instant now = clock.instant();
    LocalDate today = KarachiTime.day(now);
    if (happenedAt.isAfter(now)
        || (from != null && from.isAfter(today))
        || (to != null && to.isAfter(today))) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
  }

  private void code(String list, String code) {
    LocalDate today = KarachiTime.day(clock.instant());
    if (!codes.listsWithInvalidCodes(today, List.of(CodeLists.Use.of(list, code))).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }
}
