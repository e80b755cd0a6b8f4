package org.hifazat.referral.interop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.referral.interop.Fhir;
import org.hifazat.referral.interop.FhirReader;
import org.hifazat.referral.interop.FhirReferrals;
import org.hifazat.referral.interop.FhirWords;
import org.hifazat.referral.requests.MakeReferral;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.web.MakeReferralRequest;
import org.jspecify.annotations.Nullable;

/**
 * A unit's referrals as FHIR R4. One is made by a transaction of a ServiceRequest and its Task,
 * under every rule of the other interface: consent, the packet's rules, whose case it is.
 */
@Path("/v1/fhir/R4")
@Authenticated
@Produces(Fhir.MEDIA_TYPE)
@Consumes({Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class FhirCreateResource {
  private final MakeReferral making;
  private final ReferralQueries queries;
  private final FhirReader reader;
  private final FhirWords words;
  private final FhirAnswers answers;
  private final Validator validator;
  private final ObjectMapper json;

  FhirCreateResource(
      MakeReferral making,
      ReferralQueries queries,
      FhirReader reader,
      FhirWords words,
      FhirAnswers answers,
      Validator validator,
      ObjectMapper json) {
    this.making = making;
    this.queries = queries;
    this.reader = reader;
    this.words = words;
    this.answers = answers;
    this.validator = validator;
    this.json = json;
  }

  @POST
  @Performs("MAKE_REFERRAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Fhir.Bundle.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Schema(implementation = Fhir.Bundle.class) String body) {
    MakeReferralRequest request = request(body);
    Created created = making.handle(request.command(), key);
    Referral referral = queries.forSender(created.id()).referral();
    String id = referral.id().toString();
    return answers
        .answer(
            201,
            new Fhir.Bundle(
                "Bundle",
                "transaction-response",
                null,
                List.of(made("ServiceRequest/" + id, referral), made("Task/" + id, referral))))
        .location(created.location())
        .build();
  }

  @GET
  @Path("/Task/{id}")
  @Performs("VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.Task.class)))
  public Response task(@PathParam("id") UUID id) {
    ReferralQueries.Whole whole = queries.forSender(id);
    return answers.ok(
        FhirReferrals.task(whole.referral(), words.of(whole)), whole.referral().version());
  }

  @GET
  @Path("/ServiceRequest/{id}")
  @Performs("VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.ServiceRequest.class)))
  public Response request(@PathParam("id") UUID id) {
    ReferralQueries.Whole whole = queries.forSender(id);
    return answers.ok(
        FhirReferrals.request(whole.referral(), words.of(whole)), whole.referral().version());
  }

  private MakeReferralRequest request(String body) {
    MakeReferralRequest request;
    try {
      request = json.treeToValue(reader.referral(body), MakeReferralRequest.class);
    } catch (JsonProcessingException unreadable) {
      throw FhirReader.invalid("/entry", "form");
    }
    for (ConstraintViolation<MakeReferralRequest> broken : validator.validate(request)) {
      throw FhirReader.invalid(
          "/entry/" + broken.getPropertyPath().toString().replace('.', '/'), "constraint");
    }
    return request;
  }

  private static Fhir.Entry made(String location, Referral referral) {
    return new Fhir.Entry(
        null,
        null,
        null,
        new Fhir.Answer(
            "201 Created", location, FhirAnswers.tag(referral.version()), referral.lastModified()));
  }
}
