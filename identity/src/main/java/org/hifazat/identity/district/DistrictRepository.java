package org.hifazat.identity.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Districts are public: no scope. */
@ApplicationScoped
class DistrictRepository implements PanacheRepositoryBase<District, String> {
  List<District> inOrder() {
    return list("order by division, code");
  }
}
