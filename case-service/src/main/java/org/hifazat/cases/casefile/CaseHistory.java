package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * A case together with those that went into it, so that whoever works on it reads one history. The
 * rows stay where they were written: an undone merge leaves nothing behind.
 */
@ApplicationScoped
public class CaseHistory {
  private final Session entities;

  CaseHistory(Session entities) {
    this.entities = entities;
  }

  /** The cases of one history, by id; the one that goes on comes first. */
  public record Parts(CaseFile survivor, Map<UUID, CaseFile> files) {
    public List<UUID> ids() {
      return List.copyOf(files.keySet());
    }

    /** Under whose key a record was written. */
    public UUID child(UUID caseId) {
      return of(caseId).childId();
    }

    /** The number of the merged case that a record was written in; empty for the case's own. */
    public Optional<String> from(UUID caseId) {
      return caseId.equals(survivor.id()) ? Optional.empty() : Optional.of(of(caseId).number());
    }

    private CaseFile of(UUID caseId) {
      return Objects.requireNonNull(files.get(caseId), "no part of this history");
    }
  }

  /** Where a merged case goes on; of any other, the case itself. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID goingOn(UUID caseId) {
    return entities
        .createNativeQuery(
            "select survivor_id from where_cases_went(array[cast(:case as uuid)])", UUID.class)
        .setParameter("case", caseId)
        .getResultStream()
        .findFirst()
        .orElse(caseId);
  }

  /** As far as the caller reaches them; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Parts of(CaseFile file) {
    Map<UUID, CaseFile> files = new LinkedHashMap<>();
    files.put(file.id(), file);
    entities
        .createNativeQuery(
            "select f.* from history_of_case(:case) h join case_file f on f.id = h"
                + " where f.id <> :case order by f.opened_at, f.id",
            CaseFile.class)
        .setParameter("case", file.id())
        .getResultList()
        .forEach(merged -> files.put(merged.id(), merged));
    return new Parts(file, files);
  }
}
