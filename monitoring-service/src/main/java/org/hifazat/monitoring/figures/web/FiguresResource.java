package org.hifazat.monitoring.figures.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.monitoring.MonitoringProblem;
import org.hifazat.monitoring.figures.CodedFigures;
import org.hifazat.monitoring.figures.Figures;
import org.hifazat.monitoring.figures.TriageTimes;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Problem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Counts by district and month; nothing about a case or a child is ever answered here. */
@Path("/v1/figures")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {
  private final Figures figures;
  private final TriageTimes triageTimes;
  private final CodedFigures coded;

  FiguresResource(Figures figures, TriageTimes triageTimes, CodedFigures coded) {
    this.figures = figures;
    this.triageTimes = triageTimes;
    this.coded = coded;
  }

  /** Figures of a month, or of the running month and the eleven before it. */
  @GET
  @Performs("VIEW_FIGURES")
  @APIResponse(
      responseCode = "200",
      description = "Small counts suppressed, with as many others as it takes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FiguresView.class)))
  @APIResponse(
      responseCode = "422",
      description = "month-in-future or district-unknown.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  public Response getFigures(
      @QueryParam("month")
          @Parameter(description = "One month; without it the latest twelve together.")
          @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
          @Nullable String month,
      @QueryParam("districtCode")
          @Parameter(description = "Only this district's row, as it stands in the full table.")
          @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
          @Nullable String districtCode) {
    return switch (figures.report(parsed(month), districtCode)) {
      case Figures.Result.Found found -> fresh(FiguresView.of(found.report()));
      case Figures.Result.MonthInFuture future -> throw inFuture();
      case Figures.Result.DistrictUnknown unknown ->
          throw new ProblemException(
              MonitoringProblem.DISTRICT_UNKNOWN, new Violation("/districtCode", "unknown"));
    };
  }

  /** The province in each of the latest months. */
  @GET
  @Path("/trend")
  @Performs("VIEW_FIGURES")
  @APIResponse(
      responseCode = "200",
      description = "The oldest month first.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TrendView.class)))
  public Response getTrend(
      @QueryParam("months") @DefaultValue("12") @Min(1) @Max(Figures.MONTHS) int months) {
    return fresh(TrendView.of(figures.trend(months)));
  }

  /** How long reports waited for a decision, in a month or in the latest twelve. */
  @GET
  @Path("/triage-times")
  @Performs("VIEW_FIGURES")
  @APIResponse(
      responseCode = "200",
      description = "By district and urgency; not listed where too few were decided.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TriageTimesView.class)))
  @APIResponse(
      responseCode = "422",
      description = "month-in-future.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  public Response getTriageTimes(
      @QueryParam("month")
          @Parameter(description = "One month; without it the latest twelve together.")
          @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
          @Nullable String month) {
    return triageTimes
        .of(parsed(month))
        .map(report -> fresh(TriageTimesView.of(report)))
        .orElseThrow(FiguresResource::inFuture);
  }

  /** Responses offered after assessments and taken into plans, in a month or the latest twelve. */
  @GET
  @Path("/responses")
  @Performs("VIEW_FIGURES")
  @APIResponse(
      responseCode = "200",
      description = "The province, by response; suppressed as the districts' figures are.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResponsesView.class)))
  @APIResponse(
      responseCode = "422",
      description = "month-in-future.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  public Response getResponseFigures(
      @QueryParam("month")
          @Parameter(description = "One month; without it the latest twelve together.")
          @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
          @Nullable String month) {
    return coded
        .of(CodedFigures.Kind.RESPONSES, parsed(month))
        .map(report -> fresh(ResponsesView.of(report)))
        .orElseThrow(FiguresResource::inFuture);
  }

  /** Services that could not be had, by district and kind, in a month or the latest twelve. */
  @GET
  @Path("/service-gaps")
  @Performs("VIEW_FIGURES")
  @APIResponse(
      responseCode = "200",
      description = "By district and kind of service; suppressed as the districts' figures are.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GapsView.class)))
  @APIResponse(
      responseCode = "422",
      description = "month-in-future.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  public Response getGapFigures(
      @QueryParam("month")
          @Parameter(description = "One month; without it the latest twelve together.")
          @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
          @Nullable String month) {
    return coded
        .of(CodedFigures.Kind.SERVICE_GAPS, parsed(month))
        .map(report -> fresh(GapsView.of(report)))
        .orElseThrow(FiguresResource::inFuture);
  }

  private static @Nullable YearMonth parsed(@Nullable String month) {
    return month == null ? null : YearMonth.parse(month);
  }

  private static ProblemException inFuture() {
    return new ProblemException(
        MonitoringProblem.MONTH_IN_FUTURE, new Violation("/month", "past-or-present"));
  }

  private static Response fresh(Object body) {
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    return Response.ok(body).cacheControl(nowhere).build();
  }
}
