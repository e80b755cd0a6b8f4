package org.hifazat.cases.consent.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** All that was said about a case, and about those that went into it. */
@Path("/v1/cases/{caseId}/consent-words")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ConsentWordsResource {
  private final WordPages pages;

  ConsentWordsResource(WordPages pages) {
    this.pages = pages;
  }

  /** Newest first. */
  @GET
  @Performs("VIEW_CONSENTS")
  public Page<ConsentView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.page(caseId, cursor, limit);
  }
}
