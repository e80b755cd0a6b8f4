package org.hifazat.cases.restricted.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.restricted.Nationality;
import org.hifazat.cases.restricted.NationalityFacts;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Nationality and papers of the child of a case: on their own, for few, for as long as needed. */
@Path("/v1/cases/{caseId}/nationality")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NationalityResource {
  private final Nationality nationality;

  NationalityResource(Nationality nationality) {
    this.nationality = nationality;
  }

  /**
   * @param status code of the list nationality
   * @param displacement code of the list displacement
   * @param neededFor code of the list nationality-need
   */
  public record NationalityRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 40) String status,
      @Nullable @Size(min = 1, max = 40) String displacement,
      @Nullable @Size(min = 1, max = 25) String documentNumber,
      @NotBlank @Size(max = 40) String neededFor) {}

  /** Empty but for its entity tag when nothing is recorded. */
  public record NationalityView(
      @Nullable String status,
      @Nullable String displacement,
      @Nullable String documentNumber,
      @Nullable String neededFor,
      @Nullable Instant recordedAt) {

    static NationalityView of(Nationality.Known known) {
      NationalityFacts facts = known.facts();
      return facts == null
          ? new NationalityView(null, null, null, null, null)
          : new NationalityView(
              facts.status(),
              facts.displacement(),
              facts.documentNumber(),
              facts.neededFor(),
              known.recordedAt());
    }
  }

  @GET
  @Performs("VIEW_NATIONALITY")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NationalityView.class)))
  public Response one(@PathParam("caseId") UUID caseId) {
    return answer(nationality.read(caseId));
  }

  @PUT
  @Performs("RECORD_NATIONALITY")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NationalityView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NationalityRequest request) {
    long expected = Preconditions.expected(ifMatch);
    NationalityFacts facts =
        new NationalityFacts(
            request.status(),
            request.displacement(),
            request.documentNumber(),
            request.neededFor());
    return answer(nationality.record(caseId, facts, request.happenedAt(), expected));
  }

  @DELETE
  @Performs("RECORD_NATIONALITY")
  @APIResponse(responseCode = "204")
  public Response remove(
      @PathParam("caseId") UUID caseId, @HeaderParam("If-Match") @Nullable String ifMatch) {
    nationality.remove(caseId, Preconditions.expected(ifMatch));
    return Response.noContent().build();
  }

  private static Response answer(Nationality.Known known) {
    return Response.ok(NationalityView.of(known))
        .header(HttpHeaders.ETAG, ETags.of(known.tag()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
