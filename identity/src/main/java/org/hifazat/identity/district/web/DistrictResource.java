package org.hifazat.identity.district.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.identity.district.Districts;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;

/** Districts of the province, past ones included. */
@Path("/v1/districts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DistrictResource {
  private final Districts districts;

  DistrictResource(Districts districts) {
    this.districts = districts;
  }

  @GET
  @Performs("LIST_DISTRICTS")
  public Page<DistrictView> all() {
    return Page.all(districts.all().stream().map(DistrictView::of).toList());
  }
}
