package org.hifazat.cases.myday.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.myday.MyDay;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The caller's day: what is due, what is new, how much they carry. */
@Path("/v1/my-day")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class MyDayResource {
  private static final String NEW_CASES = "new-cases";

  private final MyDay day;
  private final Cursors cursors;

  MyDayResource(MyDay day, Cursors cursors) {
    this.day = day;
    this.cursors = cursors;
  }

  /**
   * A day as it is sent.
   *
   * @param moreNewCases whether there are more new cases than these, page by page under new-cases
   */
  public record MyDayView(
      Instant asOf,
      MyDay.Tasks tasks,
      List<MyDay.NewCase> newCases,
      boolean moreNewCases,
      CaseloadView caseload,
      MyDay.@Nullable Unit unit) {}

  /**
   * @param band what the next case would need: normal, warning, reason or approval
   */
  public record CaseloadView(
      int open, BigDecimal weighted, int warnAt, int reasonAt, int approvalAt, String band) {
    static CaseloadView of(Caseload load) {
      return new CaseloadView(
          load.open(),
          load.weighted(),
          load.warnAt(),
          load.reasonAt(),
          load.approvalAt(),
          load.band().label());
    }
  }

  @GET
  @Performs("VIEW_MY_DAY")
  public MyDayView mine() {
    MyDay.Morning morning = day.morning();
    return new MyDayView(
        morning.asOf(),
        morning.tasks(),
        morning.newCases().stream().limit(MyDay.MOST_NEW).toList(),
        morning.newCases().size() > MyDay.MOST_NEW,
        CaseloadView.of(morning.caseload()),
        morning.unit());
  }

  /** Cases that became the caller's own in so many days, seven where none are named. */
  @GET
  @Path("/new-cases")
  @Performs("VIEW_MY_DAY")
  public Page<MyDay.NewCase> newCases(
      @QueryParam("days") @Min(1) @Max(36_500) @Nullable Integer days,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<MyDay.NewCase> rows =
        day.newCases(
            Objects.requireNonNullElse(days, MyDay.NEW_DAYS),
            cursors.verify(NEW_CASES, cursor).orElse(null),
            size + 1);
    return Page.cut(rows, size, line -> cursors.sign(NEW_CASES, line.since(), line.id()));
  }
}
