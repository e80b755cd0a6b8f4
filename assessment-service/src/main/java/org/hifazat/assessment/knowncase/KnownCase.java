package org.hifazat.assessment.knowncase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "member_ids")
  private List<UUID> memberIds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "named_ids")
  private @Nullable List<UUID> namedIds;

  /** For Hibernate. */
  protected KnownCase() {}

  public UUID caseId() {
    return caseId;
  }

  public boolean isOpen() {
    return "open".equals(state);
  }

  /** How the holder of the scope stands to this case: who works on it has it as their own. */
  public Relation relationTo(AccessScope scope) {
    List<UUID> alike = namedIds == null ? memberIds : namedIds;
    return alike.contains(scope.staff()) ? Relation.OWN : scope.relation(ownerId, unitId);
  }
}
