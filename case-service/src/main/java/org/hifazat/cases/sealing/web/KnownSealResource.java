package org.hifazat.cases.sealing.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hifazat.cases.sealing.Seals;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What the Commission knows of sealed cases. */
@Path("/v1/seals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class KnownSealResource {
  private static final String LIST = "seals";

  private final Seals seals;
  private final Cursors cursors;

  KnownSealResource(Seals seals, Cursors cursors) {
    this.seals = seals;
    this.cursors = cursors;
  }

  @GET
  @Performs("LIST_SEALS")
  public Page<Seals.Known> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<Seals.Known> rows =
        seals.withoutNames(cursors.verify(LIST, cursor).orElse(null), size + 1);
    return Page.cut(rows, size, line -> cursors.sign(LIST, line.recordedAt(), line.id()));
  }
}
