package org.hifazat.cases.sealing.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.cases.sealing.Seals;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;

/** What the Commission knows of sealed cases. */
@Path("/v1/seals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class KnownSealResource {
  private final Seals seals;

  KnownSealResource(Seals seals) {
    this.seals = seals;
  }

  @GET
  @Performs("LIST_SEALS")
  public Page<Seals.Known> list() {
    return Page.all(seals.withoutNames());
  }
}
