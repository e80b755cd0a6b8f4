package org.hifazat.referral.directory.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.directory.ServiceDirectory;
import org.jspecify.annotations.Nullable;

/** The service directory. */
@Path("/v1/services")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {
  private static final String LIST = "services";

  private final ServiceDirectory directory;
  private final Cursors cursors;

  ServiceResource(ServiceDirectory directory, Cursors cursors) {
    this.directory = directory;
    this.cursors = cursors;
  }

  @GET
  @Performs("LIST_SERVICES")
  public Page<ServiceDirectory.Service> services(
      @QueryParam("category") @Nullable @Size(max = 60) String category,
      @QueryParam("districtCode") @Nullable @Size(max = 60) String districtCode,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = limit == null ? Page.MAX_LIMIT : Page.limit(limit);
    List<ServiceDirectory.Service> rows =
        directory.find(
            category,
            districtCode,
            cursors.verify(LIST, cursor).map(Cursor::id).orElse(null),
            size + 1);
    return Page.cut(rows, size, service -> cursors.sign(LIST, Instant.EPOCH, service.id()));
  }
}
