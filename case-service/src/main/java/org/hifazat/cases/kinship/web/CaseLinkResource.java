package org.hifazat.cases.kinship.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.kinship.KnownLink;
import org.hifazat.cases.kinship.LinkCases;
import org.hifazat.cases.kinship.LinkQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Siblings and others whose cases belong to this one. */
@Path("/v1/cases/{caseId}/links")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseLinkResource {
  private static final String LIST = "case-links:";

  private final LinkQueries queries;
  private final LinkCases linking;
  private final Cursors cursors;

  CaseLinkResource(LinkQueries queries, LinkCases linking, Cursors cursors) {
    this.queries = queries;
    this.linking = linking;
    this.cursors = cursors;
  }

  /**
   * @param kind code of the list case-link
   * @param happenedAt when it was found out
   */
  public record LinkRequest(
      @NotBlank @Size(max = 40) String otherCaseNumber,
      @NotBlank @Size(max = 40) String kind,
      @NotNull Instant happenedAt) {}

  /** When it was found not to hold, or to hold no longer. */
  public record EndLinkRequest(@NotNull Instant happenedAt) {}

  /**
   * A link as this case sees it.
   *
   * @param withinReach whether the other case may be seen at all; only then its id is here
   * @param otherName for those who may read the other case whole
   * @param etag what guards the ending of this link
   */
  public record LinkView(
      UUID id,
      String kind,
      String otherCaseNumber,
      boolean withinReach,
      @Nullable UUID otherCaseId,
      @Nullable String otherName,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable Instant endedAt,
      String etag) {

    static LinkView of(KnownLink link) {
      return new LinkView(
          link.id(),
          link.kind(),
          link.otherCaseNumber(),
          link.otherCaseId() != null,
          link.otherCaseId(),
          link.otherName(),
          link.happenedAt(),
          link.recordedAt(),
          link.endedAt(),
          ETags.of(link.version()));
    }
  }

  @GET
  @Performs("VIEW_CASE_LINKS")
  public Page<LinkView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        queries.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(LinkView::of)
            .toList(),
        size,
        last -> cursors.sign(list, last.recordedAt(), last.id()));
  }

  @POST
  @Performs("LINK_CASES")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  public Response link(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid LinkRequest request) {
    LinkCases.Linked linked =
        linking.link(
            new LinkCases.Command(
                caseId, request.otherCaseNumber().strip(), request.kind(), request.happenedAt()),
            key);
    return linked.created().response(linked.link().version(), LinkView.of(linked.link()));
  }

  @POST
  @Path("/{linkId}/end")
  @Performs("LINK_CASES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  public Response end(
      @PathParam("caseId") UUID caseId,
      @PathParam("linkId") UUID linkId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EndLinkRequest request) {
    long expected = Preconditions.expected(ifMatch);
    KnownLink link =
        linking.end(new LinkCases.EndCommand(caseId, linkId, expected, request.happenedAt()));
    return Response.ok(LinkView.of(link))
        .header(HttpHeaders.ETAG, ETags.of(link.version()))
        .build();
  }
}
