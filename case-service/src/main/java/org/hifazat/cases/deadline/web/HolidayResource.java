package org.hifazat.cases.deadline.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.deadline.Holidays;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of the province. A day names itself: it is put once and may be taken away.
 */
@Path("/v1/holidays")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HolidayResource {
  private final Holidays holidays;
  private final Clock clock;

  HolidayResource(Holidays holidays, Clock clock) {
    this.holidays = holidays;
    this.clock = clock;
  }

  /** What the day is called. */
  public record HolidayRequest(
      @NotBlank @Size(max = 100) String nameEn,
      @NotBlank @Size(max = 100) String nameUr,
      @NotBlank @Size(max = 100) String namePs) {}

  /** This year's, unless another is asked for. */
  @GET
  @Performs("LIST_HOLIDAYS")
  public Page<Holidays.Holiday> ofYear(
      @QueryParam("year") @Nullable @Min(2000) @Max(2200) Integer year) {
    int wanted = year == null ? KarachiTime.day(clock.instant()).getYear() : year;
    return Page.all(holidays.ofYear(wanted));
  }

  @PUT
  @Path("/{day}")
  @Performs("SET_HOLIDAY")
  @APIResponse(responseCode = "204", description = "Done")
  public Response add(@PathParam("day") LocalDate day, @NotNull @Valid HolidayRequest request) {
    if (!Years.hold(day)) {
      throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation("/day", "date"));
    }
    holidays.add(new Holidays.Holiday(day, request.nameEn(), request.nameUr(), request.namePs()));
    return Response.noContent().build();
  }

  @DELETE
  @Path("/{day}")
  @Performs("SET_HOLIDAY")
  @APIResponse(responseCode = "204", description = "Done")
  public Response remove(@PathParam("day") LocalDate day) {
    if (!Years.hold(day)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    holidays.remove(day);
    return Response.noContent().build();
  }
}
