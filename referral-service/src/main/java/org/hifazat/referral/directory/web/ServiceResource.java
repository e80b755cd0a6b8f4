package org.hifazat.referral.directory.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.directory.ServiceDirectory;
import org.jspecify.annotations.Nullable;

/** The service directory. */
@Path("/v1/services")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {
  private final ServiceDirectory directory;

  ServiceResource(ServiceDirectory directory) {
    this.directory = directory;
  }

  @GET
  @Performs("LIST_SERVICES")
  public Page<ServiceDirectory.Service> list(
      @QueryParam("category") @Size(max = 60) @Nullable String category,
      @QueryParam("districtCode") @Size(max = 60) @Nullable String districtCode) {
    return Page.all(directory.find(category, districtCode));
  }
}
