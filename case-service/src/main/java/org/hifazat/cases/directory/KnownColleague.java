package org.hifazat.cases.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A member of staff, as far as a query over cases asks: whether they are still there. */
@Entity
@Immutable
@Table(name = "known_staff")
public class KnownColleague {
  @Id
  @Column(name = "staff_id")
  private UUID staffId;

  @Column(name = "unit_id")
  private @Nullable UUID unitId;

  @Column private boolean active;

  @SuppressWarnings("NullAway.Init")
  protected KnownColleague() {}

  public UUID staffId() {
    return staffId;
  }
}
