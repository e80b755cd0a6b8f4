package org.hifazat.identity.unit.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.identity.unit.Units;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;

/** Child Protection Units. */
@Path("/v1/units")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UnitResource {
  private final Units units;

  UnitResource(Units units) {
    this.units = units;
  }

  @GET
  @Performs("LIST_UNITS")
  public Page<UnitView> all() {
    return Page.all(units.all().stream().map(UnitView::of).toList());
  }
}
