package org.hifazat.identity.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads agencies and their systems. */
@ApplicationScoped
public class Agencies {
  private final AgencyRepository agencies;
  private final AgencySystemRepository systems;

  Agencies(AgencyRepository agencies, AgencySystemRepository systems) {
    this.agencies = agencies;
    this.systems = systems;
  }

  @Transactional
  public List<Agency> page(@Nullable Cursor after, int most) {
    return agencies.page(after, most);
  }

  @Transactional
  public Optional<Agency> find(UUID id) {
    return agencies.findByIdOptional(id);
  }

  /** Empty when there is no such agency. */
  @Transactional
  public Optional<List<AgencySystem>> systems(UUID agencyId) {
    return agencies.findByIdOptional(agencyId).map(agency -> systems.of(agency.id()));
  }
}
