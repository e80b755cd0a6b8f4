package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.platform.security.Performs;

/** What courts and committees have to do with a case. */
@Path("/v1/cases/{caseId}/legal")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LegalResource {
  private final LegalPages pages;

  LegalResource(LegalPages pages) {
    this.pages = pages;
  }

  @GET
  @Performs("VIEW_LEGAL")
  public LegalView read(@PathParam("caseId") UUID caseId) {
    return pages.all(caseId);
  }
}
