package org.hifazat.assessment.knowncase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  @Column(name = "age_band")
  private @Nullable String ageBand;

  @Column(name = "age_as_of")
  private @Nullable Instant ageAsOf;

  /** For Hibernate. */
  protected KnownCase() {}

  public UUID caseId() {
    return caseId;
  }

  public UUID unitId() {
    return unitId;
  }

  /** Who works on it besides its owner. */
  public List<UUID> memberIds() {
    return List.copyOf(memberIds);
  }

  /** How old the child may be at that time; empty when nothing was told. */
  public Optional<PossibleAge> ageAt(Instant at) {
    return ageBand == null || ageAsOf == null
        ? Optional.empty()
        : Optional.of(PossibleAge.of(ageBand, ageAsOf, at));
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
