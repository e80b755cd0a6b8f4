package org.hifazat.cases.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a case is called, for whoever has just opened it. */
@ApplicationScoped
public class CaseHeads {
  private final CaseFiles files;

  CaseHeads(CaseFiles files) {
    this.files = files;
  }

  public record Head(UUID caseId, String caseNumber, @JsonIgnore long version) {}

  @Transactional
  public Head head(UUID caseId) {
    CaseFile file = files.withinReach(caseId).orElseThrow();
    return new Head(file.id(), file.number(), file.version());
  }
}
