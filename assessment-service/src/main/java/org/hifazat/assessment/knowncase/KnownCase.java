package org.hifazat.assessment.knowncase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/** The few facts about a case that decide who may assess it. Written by {@link KnownCases} only. */
@Entity
@Immutable
@Table(name = "known_case")
public class KnownCase {

  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "state")
  private String state;

  /** For Hibernate. */
  protected KnownCase() {}

  public UUID caseId() {
    return caseId;
  }

  public boolean isOpen() {
    return "open".equals(state);
  }

  /** How the holder of the scope stands to this case. */
  public Relation relationTo(AccessScope scope) {
    return scope.relation(ownerId, unitId);
  }
}
