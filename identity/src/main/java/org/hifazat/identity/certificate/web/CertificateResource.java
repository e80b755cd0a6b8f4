package org.hifazat.identity.certificate.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.identity.certificate.AwardCertificate;
import org.hifazat.identity.certificate.Certificates;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Courses a member of staff passed. */
@Path("/v1/staff/{staffId}/certificates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificateResource {
  /** Certificates never change. */
  private static final long ONLY_VERSION = 0;

  private final AwardCertificate awarding;
  private final Certificates certificates;

  CertificateResource(AwardCertificate awarding, Certificates certificates) {
    this.awarding = awarding;
    this.certificates = certificates;
  }

  @GET
  @Performs("LIST_CERTIFICATES")
  public Page<CertificateView> all(@PathParam("staffId") UUID staffId) {
    return Page.all(certificates.of(staffId).stream().map(CertificateView::of).toList());
  }

  @POST
  @Performs("AWARD_CERTIFICATE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CertificateView.class)))
  public Response award(
      @PathParam("staffId") UUID staffId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AwardCertificateRequest request) {
    Created created = awarding.handle(request.command(staffId), key);
    CertificateView view =
        certificates.of(staffId).stream()
            .filter(known -> known.certificate().id().equals(created.id()))
            .map(CertificateView::of)
            .findFirst()
            .orElseThrow();
    return created.response(ONLY_VERSION, view);
  }
}
