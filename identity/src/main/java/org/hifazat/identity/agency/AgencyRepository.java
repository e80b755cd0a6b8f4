package org.hifazat.identity.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Agencies are known to all staff: no scope. */
@ApplicationScoped
class AgencyRepository implements PanacheRepositoryBase<Agency, UUID> {
  List<Agency> page(@Nullable Cursor after, int most) {
    return (after == null
            ? find("order by registeredAt, id")
            : find(
                "(registeredAt, id) > (?1, ?2) order by registeredAt, id", after.at(), after.id()))
        .page(0, most)
        .list();
  }
}
