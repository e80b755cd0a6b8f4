package org.hifazat.cases.myday.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.myday.MyDay;
import org.hifazat.platform.security.Performs;

/** The caller's day: what is due, what is new, how much they carry. */
@Path("/v1/my-day")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class MyDayResource {
  private final MyDay day;

  MyDayResource(MyDay day) {
    this.day = day;
  }

  /** A day as it is sent. */
  public record MyDayView(
      Instant asOf, MyDay.Tasks tasks, List<MyDay.NewCase> newCases, CaseloadView caseload) {}

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
        morning.asOf(), morning.tasks(), morning.newCases(), CaseloadView.of(morning.caseload()));
  }
}
