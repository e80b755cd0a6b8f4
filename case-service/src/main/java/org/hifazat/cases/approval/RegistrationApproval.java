package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.lifecycle.Step;
import org.jspecify.annotations.Nullable;

/** A supervisor takes note of a new case, or of a new episode, and accepts it. */
@ApplicationScoped
class RegistrationApproval implements Approvable {
  private final CaseFiles files;
  private final ChildDetails children;

  RegistrationApproval(CaseFiles files, ChildDetails children) {
    this.files = files;
    this.children = children;
  }

  @Override
  public String kind() {
    return "registration";
  }

  @Override
  public Set<Step> neededFor() {
    return Set.of(Step.ASSESS);
  }

  @Override
  public Optional<UUID> current(CaseFile file) {
    return Optional.of(file.id());
  }

  @Override
  public Submission submit(CaseFile file) {
    ChildParticulars child = children.open(files.withChild(file.id()).orElseThrow().child());
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.text("given-name", child.givenName()));
    add(facts, "father-name", child.fatherName());
    add(facts, "known-as", child.knownAs());
    facts.add(Fact.code("sex", child.sex()));
    facts.add(Fact.number("birth-year", child.age().birthYear()));
    facts.add(Fact.code("age-basis", child.age().basis()));
    add(facts, "address", child.address());
    file.concerns().forEach(concern -> facts.add(Fact.code("concern", "concern", concern)));
    facts.add(Fact.time("episode-opened-at", file.episodeOpenedAt()));
    facts.add(Fact.number("episode", file.episode()));
    return new Submission(file.id(), file.version(), facts);
  }

  private static void add(List<Fact> facts, String field, @Nullable String words) {
    if (words != null) {
      facts.add(Fact.text(field, words));
    }
  }
}
