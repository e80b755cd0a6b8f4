package org.hifazat.identity.staff.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.staff.StaffQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;

/** Who answers for a unit, for the staff of the other units. */
@Path("/v1/units/{unitId}/supervisors")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UnitSupervisorsResource {
  private final StaffQueries queries;

  UnitSupervisorsResource(StaffQueries queries) {
    this.queries = queries;
  }

  /** As much of a supervisor as another unit needs. */
  public record SupervisorView(
      @Schema(required = true) UUID staffId, @Schema(required = true) String displayName) {}

  @GET
  @Performs("LIST_SUPERVISORS")
  public Page<SupervisorView> list(@PathParam("unitId") UUID unitId) {
    return Page.all(
        queries.supervisorsOf(unitId).stream()
            .map(one -> new SupervisorView(one.staff().id(), one.displayName()))
            .toList());
  }
}
