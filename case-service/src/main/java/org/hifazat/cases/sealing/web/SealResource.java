package org.hifazat.cases.sealing.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.sealing.CaseSeal;
import org.hifazat.cases.sealing.SealCase;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Closing a case to all but named people. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SealResource {
  private final SealCase sealing;

  SealResource(SealCase sealing) {
    this.sealing = sealing;
  }

  /**
   * @param reason a code of seal-reason
   * @param namedIds who alone knows of the case; the owner and whoever seals among them
   */
  public record SealRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 2000) String words,
      @NotEmpty @Size(max = 20) List<@NotNull UUID> namedIds) {}

  public record OpeningRequest(@NotNull Instant happenedAt) {}

  /**
   * @param etag of the case, for If-Match when sealing or opening
   */
  public record SealView(
      boolean sealed,
      @Nullable String reason,
      @Nullable String words,
      List<UUID> namedIds,
      @Nullable UUID sealedBy,
      @Nullable Instant since,
      String etag) {}

  @GET
  @Path("/seal")
  @Performs("VIEW_SEAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SealView.class)))
  public Response seal(@PathParam("caseId") UUID caseId) {
    SealCase.Sealed sealed = sealing.ofCase(caseId);
    String etag = ETags.of(sealed.file().version());
    return Response.ok(
            new SealView(
                sealed.seal().isPresent(),
                sealed.seal().map(CaseSeal::reason).orElse(null),
                sealed.words().orElse(null),
                sealed.seal().map(CaseSeal::namedIds).orElse(List.of()),
                sealed.seal().map(CaseSeal::sealedBy).orElse(null),
                sealed.seal().map(CaseSeal::happenedAt).orElse(null),
                etag))
        .header(HttpHeaders.ETAG, etag)
        .build();
  }

  @POST
  @Path("/seal")
  @Performs("SEAL_CASE")
  @APIResponse(responseCode = "204")
  public Response close(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SealRequest request) {
    return done(
        sealing.seal(
            new SealCase.Command(
                caseId,
                Preconditions.expected(ifMatch),
                request.happenedAt(),
                request.reason(),
                request.words(),
                List.copyOf(request.namedIds()))));
  }

  @POST
  @Path("/seal-opening")
  @Performs("SEAL_CASE")
  @APIResponse(responseCode = "204")
  public Response open(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OpeningRequest request) {
    return done(sealing.open(caseId, Preconditions.expected(ifMatch), request.happenedAt()));
  }

  private static Response done(CaseFile file) {
    return Response.noContent().header(HttpHeaders.ETAG, ETags.of(file.version())).build();
  }
}
