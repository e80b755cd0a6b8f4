package org.hifazat.referral.interop.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Years;
import org.hifazat.referral.interop.Fhir;
import org.hifazat.referral.interop.FhirReader;
import org.hifazat.referral.interop.FhirReferrals;
import org.hifazat.referral.interop.FhirReturns;
import org.hifazat.referral.interop.FhirServer;
import org.hifazat.referral.interop.FhirWords;
import org.hifazat.referral.interop.SearchReferrals;
import org.hifazat.referral.interop.StatusMaps;
import org.hifazat.referral.interop.Words;
import org.hifazat.referral.onward.ReturnQueries;
import org.hifazat.referral.onward.ReturnReferral;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.partner.PartnerReferralView;
import org.jspecify.annotations.Nullable;

/** Referrals to the caller's agency as FHIR R4. */
@Path("/partner/v1/fhir/R4")
@Authenticated
@Produces(Fhir.MEDIA_TYPE)
@Consumes({Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class PartnerFhirResource {
  private static final Pattern SINCE = Pattern.compile("(?:ge|gt)?(\\d{4}-.+)");

  private final ReferralQueries queries;
  private final SearchReferrals searching;
  private final MoveReferral moving;
  private final StatusMaps maps;
  private final ReturnReferral returning;
  private final ReturnQueries made;
  private final FhirReturns proposals;
  private final FhirReader reader;
  private final FhirWords words;
  private final FhirServer server;
  private final FhirAnswers answers;
  private final Cursors cursors;

  PartnerFhirResource(
      ReferralQueries queries,
      SearchReferrals searching,
      MoveReferral moving,
      StatusMaps maps,
      ReturnReferral returning,
      ReturnQueries made,
      FhirReturns proposals,
      FhirReader reader,
      FhirWords words,
      FhirServer server,
      FhirAnswers answers,
      Cursors cursors) {
    this.queries = queries;
    this.searching = searching;
    this.moving = moving;
    this.maps = maps;
    this.returning = returning;
    this.made = made;
    this.proposals = proposals;
    this.reader = reader;
    this.words = words;
    this.server = server;
    this.answers = answers;
    this.cursors = cursors;
  }

  @GET
  @Path("/metadata")
  @Performs("LIST_REFERRAL_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.CapabilityStatement.class)))
  public Response metadata() {
    return answers.ok(server.capabilities());
  }

  @GET
  @Path("/ConceptMap/{system}")
  @Performs("LIST_REFERRAL_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.ConceptMap.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Response states(@PathParam("system") String system) {
    return answers.ok(
        maps.of(system).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  @GET
  @Path("/Task/{id}")
  @Performs("PARTNER_VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.Task.class)))
  public Response task(@PathParam("id") UUID id) {
    return read(id, FhirReferrals::task);
  }

  @GET
  @Path("/ServiceRequest/{id}")
  @Performs("PARTNER_VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.ServiceRequest.class)))
  public Response request(@PathParam("id") UUID id) {
    return made.ofAgency(id)
        .map(one -> answers.ok(FhirReturns.proposal(one), one.made().version()))
        .orElseGet(() -> read(id, FhirReferrals::request));
  }

  /** Back to the sender, or onward to another service; the unit takes it up, or does not. */
  @POST
  @Path("/ServiceRequest")
  @Performs("PARTNER_RETURN_REFERRAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Fhir.Proposal.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Response propose(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Schema(implementation = Fhir.Proposal.class) String body) {
    Created created = returning.handle(proposals.read(body), key);
    ReturnQueries.Whole whole =
        made.ofAgency(created.id())
            // Made, and gone again: its sandbox began anew.
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return answers
        .answer(201, FhirReturns.proposal(whole))
        .header(HttpHeaders.ETAG, FhirAnswers.tag(whole.made().version()))
        .location(URI.create(server.url("ServiceRequest/" + created.id())))
        .build();
  }

  /** A step: the Task as it is to be, with the version it was read in. */
  @PUT
  @Path("/Task/{id}")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.Task.class)))
  public Response step(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Schema(implementation = Fhir.Task.class) String body) {
    moving.handle(reader.step(id, FhirAnswers.expected(ifMatch), body));
    return read(id, FhirReferrals::task);
  }

  @GET
  @Path("/Task")
  @Performs("PARTNER_LIST_REFERRALS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.Bundle.class)))
  public Response tasks(
      @QueryParam("status") @Nullable String status,
      @QueryParam("_lastUpdated") @Nullable String since,
      @QueryParam("_count") @Nullable Integer count,
      @QueryParam("cursor") @Nullable String cursor) {
    Set<String> states =
        status == null
            ? Set.of()
            : Arrays.stream(status.split(","))
                .map(PartnerFhirResource::known)
                .collect(Collectors.toSet());
    return search(new Asked("Task", states, status, since, count, cursor), FhirReferrals::task);
  }

  @GET
  @Path("/ServiceRequest")
  @Performs("PARTNER_LIST_REFERRALS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Fhir.Bundle.class)))
  public Response requests(
      @QueryParam("status") @Nullable String status,
      @QueryParam("_lastUpdated") @Nullable String since,
      @QueryParam("_count") @Nullable Integer count,
      @QueryParam("cursor") @Nullable String cursor) {
    Set<String> states =
        status == null
            ? Set.of()
            : Arrays.stream(status.split(","))
                .flatMap(one -> knownOfRequest(one).stream())
                .collect(Collectors.toSet());
    return search(
        new Asked("ServiceRequest", states, status, since, count, cursor), FhirReferrals::request);
  }

  private record Asked(
      String type,
      Set<String> states,
      @Nullable String status,
      @Nullable String since,
      @Nullable Integer count,
      @Nullable String cursor) {

    String list() {
      return "fhir-" + type;
    }

    String url(@Nullable String from) {
      UriBuilder url = UriBuilder.fromPath(type);
      if (status != null) {
        url.queryParam("status", status);
      }
      if (since != null) {
        url.queryParam("_lastUpdated", since);
      }
      if (count != null) {
        url.queryParam("_count", count);
      }
      if (from != null) {
        url.queryParam("cursor", from);
      }
      return url.build().toString();
    }
  }

  private Response search(Asked asked, BiFunction<Referral, Words, Object> resource) {
    int size = Page.limit(asked.count());
    List<Referral> rows =
        searching.find(
            new SearchReferrals.Wanted(
                asked.states(),
                since(asked.since()),
                cursors.verify(asked.list(), asked.cursor()).orElse(null),
                size + 1));
    boolean more = rows.size() > size;
    List<Referral> shown = more ? rows.subList(0, size) : rows;
    Referral last = more ? shown.getLast() : null;
    String next =
        last == null ? null : asked.url(cursors.sign(asked.list(), last.lastModified(), last.id()));
    return answers.ok(server.found(asked.type(), shown, resource, asked.url(asked.cursor()), next));
  }

  private Response read(UUID id, BiFunction<Referral, Words, Object> resource) {
    ReferralQueries.Whole whole = queries.forAgency(id);
    Referral referral = whole.referral();
    return answers.ok(
        resource.apply(referral, words.of(PartnerReferralView.of(whole))), referral.version());
  }

  private static String known(String status) {
    try {
      return ReferralStatus.of(status).label();
    } catch (IllegalArgumentException unknown) {
      throw FhirReader.invalid("/status", "task-status");
    }
  }

  private static Set<String> knownOfRequest(String status) {
    Set<String> states = FhirReferrals.statesOf(status);
    if (states.isEmpty()) {
      throw FhirReader.invalid("/status", "request-status");
    }
    return states;
  }

  /** Of the comparisons only that which somebody who follows changes needs. */
  private static @Nullable Instant since(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher since = SINCE.matcher(text);
    try {
      if (since.matches()) {
        Instant at = OffsetDateTime.parse(since.group(1)).toInstant();
        if (Years.hold(at)) {
          return at;
        }
      }
    } catch (DateTimeParseException malformed) {
      // refused below
    }
    throw FhirReader.invalid("/_lastUpdated", "ge-instant");
  }
}
