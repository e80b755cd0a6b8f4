package org.hifazat.assessment.openrosa.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.openrosa.CollectDesk;
import org.hifazat.assessment.openrosa.CollectForm;
import org.hifazat.assessment.openrosa.Multipart;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What ODK Collect and KoboCollect speak: form list, manifest, form, submission, as the OpenRosa
 * 1.0 specifications say (docs.getodk.org/openrosa).
 */
@Path("/openrosa")
@Authenticated
@Produces(OpenRosaResource.XML)
public class OpenRosaResource {

  static final String XML = "text/xml;charset=UTF-8";
  private static final String VERSION = "X-OpenRosa-Version";
  private static final String ACCEPTS = "X-OpenRosa-Accept-Content-Length";
  private static final String FILE = "xml_submission_file";

  /** Below the limit of a body: the parts' own lines count too. */
  private static final int MOST_BYTES = 400_000;

  private static final String ONE_FORM = "/forms/{id}/{version}";

  private final CollectDesk desk;
  private final AssessmentConfig config;

  OpenRosaResource(CollectDesk desk, AssessmentConfig config) {
    this.desk = desk;
    this.config = config;
  }

  /** The forms the device's owner may use. */
  @GET
  @Path("/formList")
  @Performs("FETCH_COLLECT_FORMS")
  @APIResponse(
      responseCode = "200",
      description = "An OpenRosa form list.",
      content =
          @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(implementation = String.class)))
  public Response listCollectForms() {
    return ok(OpenRosaXml.formList(desk.forms(), desk::document, root()));
  }

  /** A form, with the question which case it is. */
  @GET
  @Path(ONE_FORM + "/form.xml")
  @Performs("FETCH_COLLECT_FORMS")
  @APIResponse(
      responseCode = "200",
      description = "An XForm.",
      content =
          @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(implementation = String.class)))
  public Response getCollectForm(@PathParam("id") String id, @PathParam("version") String version) {
    return ok(desk.document(form(id, version)));
  }

  /** The files a form needs: the owner's open cases. */
  @GET
  @Path(ONE_FORM + "/manifest")
  @Performs("FETCH_COLLECT_FORMS")
  @APIResponse(
      responseCode = "200",
      description = "An OpenRosa manifest.",
      content =
          @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(implementation = String.class)))
  public Response getCollectManifest(
      @PathParam("id") String id, @PathParam("version") String version) {
    Instrument form = form(id, version);
    return ok(
        OpenRosaXml.manifest(
            OpenRosaXml.cases(desk.cases()),
            root() + "/forms/" + form.id() + "/" + form.version() + "/" + CollectForm.CASES_FILE));
  }

  /** The owner's open cases, by number. */
  @GET
  @Path(ONE_FORM + "/" + CollectForm.CASES_FILE)
  @Performs("FETCH_COLLECT_FORMS")
  @APIResponse(
      responseCode = "200",
      description = "A secondary instance.",
      content =
          @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(implementation = String.class)))
  public Response getCollectCases(
      @PathParam("id") String id, @PathParam("version") String version) {
    form(id, version);
    return ok(OpenRosaXml.cases(desk.cases()));
  }

  /** Asked before a submission: where to send it, and how much at once. */
  @HEAD
  @Path("/submission")
  @Performs("SUBMIT_COLLECTED")
  @APIResponse(responseCode = "204", description = "Location and limits given.")
  public Response askSubmission() {
    return Response.noContent()
        .header(VERSION, "1.0")
        .header(ACCEPTS, MOST_BYTES)
        .header(HttpHeaders.LOCATION, root() + "/submission")
        .build();
  }

  /** Takes a filled form; the server scores it like every other. */
  @POST
  @Path("/submission")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Performs("SUBMIT_COLLECTED")
  @APIResponse(
      responseCode = "201",
      description = "Scored and kept; the same submission again is answered alike.",
      content =
          @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(implementation = String.class)))
  public Response submitCollected(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, byte[] body) {
    List<Multipart.Part> parts =
        Multipart.read(contentType == null ? "" : contentType, body).orElse(List.of());
    List<String> files =
        parts.stream()
            .filter(part -> part.name().equals(FILE))
            .map(Multipart.Part::content)
            .toList();
    if (files.size() != 1 || parts.stream().anyMatch(OpenRosaResource::isUnknown)) {
      return refused(AssessmentProblem.SUBMISSION_REFUSED);
    }
    try {
      return switch (desk.take(files.getFirst())) {
        case CollectDesk.Outcome.NotReadable no -> refused(AssessmentProblem.SUBMISSION_REFUSED);
        case CollectDesk.Outcome.Taken taken -> answer(taken.result());
      };
    } catch (ProblemException problem) {
      return refused(problem.type());
    }
  }

  /** Collect says in a part of its own whether more is to come; no form of ours takes files. */
  private static boolean isUnknown(Multipart.Part part) {
    return !part.name().equals(FILE) && !part.name().equals("*isIncomplete*");
  }

  private Response answer(ConductAssessment.Result result) {
    return switch (result) {
      case ConductAssessment.Result.Conducted done ->
          Response.status(Response.Status.CREATED)
              .header(VERSION, "1.0")
              .header(ACCEPTS, MOST_BYTES)
              .header(HttpHeaders.LOCATION, root() + "/submission")
              .entity(OpenRosaXml.response("submit_success", "Received and scored."))
              .build();
      case ConductAssessment.Result.NoSuchCase none -> refused(CommonProblem.NOT_FOUND);
      case ConductAssessment.Result.CaseClosed closed -> refused(AssessmentProblem.CASE_CLOSED);
      case ConductAssessment.Result.InstrumentUnknown unknown ->
          refused(AssessmentProblem.INSTRUMENT_UNKNOWN);
      case ConductAssessment.Result.ConductedInTheFuture future ->
          refused(AssessmentProblem.CONDUCTED_IN_THE_FUTURE);
      case ConductAssessment.Result.ConductedDateDiffers differs ->
          refused(AssessmentProblem.CONDUCTED_DATE_DIFFERS);
      case ConductAssessment.Result.SubmissionRefused refused ->
          refused(AssessmentProblem.SUBMISSION_REFUSED);
    };
  }

  /** Collect shows the message to whoever sent the form. */
  private static Response refused(ProblemType problem) {
    return Response.status(problem.status())
        .type(XML)
        .header(VERSION, "1.0")
        .entity(OpenRosaXml.response("submit_error", problem.title()))
        .build();
  }

  private Instrument form(String id, String version) {
    Optional<Instrument> form = desk.form(id, version);
    return form.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private Response ok(String xml) {
    return Response.ok(xml)
        .header(VERSION, "1.0")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private String root() {
    return config.publicUrl() + "/openrosa";
  }
}
