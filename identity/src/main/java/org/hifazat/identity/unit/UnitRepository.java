package org.hifazat.identity.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Units are public within the platform: no scope. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {
  List<Unit> inOrder() {
    return list("order by code");
  }
}
