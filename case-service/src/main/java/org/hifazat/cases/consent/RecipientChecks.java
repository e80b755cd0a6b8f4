package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.matching.SpokenName;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What stands in the way of sharing with somebody outside; nothing of it holds up a no. */
@ApplicationScoped
class RecipientChecks {
  private final PeopleQueries people;
  private final ConsentQueries consents;
  private final ConsentStandings standings;
  private final ChildDetails children;

  RecipientChecks(
      PeopleQueries people,
      ConsentQueries consents,
      ConsentStandings standings,
      ChildDetails children) {
    this.people = people;
    this.consents = consents;
    this.standings = standings;
    this.children = children;
  }

  /**
   * @param entry under which they are known; null for somebody new
   * @param all whom the history names
   * @throws ProblemException recipient-of-concern, or recipient-refused-elsewhere where a no to
   *     somebody of that name stands under another entry; under the one that has the no itself it
   *     is answered, or an override goes on in sight of it
   */
  void mayBeSharedWith(
      CaseFiles.WithChild found,
      CaseHistory.Parts history,
      @Nullable UUID entry,
      String name,
      List<KnownRecipient> all) {
    if (people.soundsOfConcern(history, name)) {
      throw new ProblemException(CaseProblem.RECIPIENT_OF_CONCERN);
    }
    List<UUID> others =
        all.stream()
            .filter(one -> !one.id().equals(entry) && SpokenName.same(one.facts().name(), name))
            .map(KnownRecipient::id)
            .toList();
    if (others.isEmpty()) {
      return;
    }
    List<Consent> words = consents.counting(found.file().id());
    Age age = children.open(found.child()).age();
    boolean answeredHere = entry != null && isRefused(entry, words, age);
    if (!answeredHere && others.stream().anyMatch(other -> isRefused(other, words, age))) {
      throw new ProblemException(CaseProblem.RECIPIENT_REFUSED_ELSEWHERE);
    }
  }

  private boolean isRefused(UUID recipient, List<Consent> words, Age age) {
    return standings
        .of(ConsentMatter.sharingOutside(recipient), words, List.of(), age)
        .missing()
        .contains(ConsentStanding.REFUSED);
  }
}
