package org.hifazat.assessment.instrument.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The published instruments. */
@Path("/v1/instruments")
@Authenticated
public class InstrumentResource {

  private final InstrumentCatalogue catalogue;
  private final FittingInstruments fitting;
  private final Access access;

  InstrumentResource(InstrumentCatalogue catalogue, FittingInstruments fitting, Access access) {
    this.catalogue = catalogue;
    this.fitting = fitting;
    this.access = access;
  }

  /** Every published version, or those that could be used in a case. */
  @GET
  @Performs("LIST_INSTRUMENTS")
  @APIResponse(responseCode = "200", description = "In the order of publication.")
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Page<InstrumentView> listInstruments(
      @QueryParam("caseId")
          @Parameter(
              description = "Only those for a child of that age that the caller may use there.")
          @Nullable UUID caseId) {
    access.require(AssessmentOperation.LIST_INSTRUMENTS, Relation.NONE);
    List<Instrument> found =
        caseId == null
            ? catalogue.all()
            : fitting.in(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return Page.all(found.stream().map(InstrumentView::of).toList());
  }

  /** The form as ODK XForm; a published version never changes. */
  @GET
  @Path("/{id}/versions/{version}/form")
  @Produces(MediaType.APPLICATION_XML)
  @Performs("READ_INSTRUMENT_FORM")
  @APIResponse(
      responseCode = "200",
      description = "The XForm in English, Urdu and Pashto.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_XML,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "304", description = "The client has it.")
  public Response getForm(
      @PathParam("id") String id, @PathParam("version") String version, @Context Request request) {
    access.require(AssessmentOperation.READ_INSTRUMENT_FORM, Relation.NONE);
    Instrument instrument =
        catalogue
            .find(id, version)
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    EntityTag tag = new EntityTag(instrument.fingerprint());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null ? unchanged.build() : Response.ok(instrument.form()).tag(tag).build();
  }
}
