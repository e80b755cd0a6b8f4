package org.hifazat.monitoring.figures.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.directory.District;
import org.hifazat.monitoring.figures.FiguresReport;

/** One district's row. */
@Schema(
    name = "DistrictFigures",
    requiredProperties = {
      "districtCode",
      "name",
      "division",
      "concernReports",
      "reportsLongWaiting",
      "newCases",
      "openCases",
      "risk",
      "referrals",
      "tasksOnTime",
      "tasksDue",
      "tasksLongOverdue"
    })
public record DistrictView(
    @Schema(examples = "lower-dir") String districtCode,
    NameView name,
    @Schema(
            description =
                "Division, kebab-case; empty until the directory has listed the district.")
        String division,
    FigureView concernReports,
    FigureView reportsLongWaiting,
    FigureView newCases,
    FigureView openCases,
    RiskView risk,
    ReferralsView referrals,
    FigureView tasksOnTime,
    FigureView tasksDue,
    FigureView tasksLongOverdue) {

  /** Public name of a place. */
  @Schema(
      name = "PlaceName",
      requiredProperties = {"en", "ur", "ps"})
  public record NameView(String en, String ur, String ps) {}

  static DistrictView of(FiguresReport.Row row) {
    District district = row.district();
    ProvinceView figures = ProvinceView.of(row.figures());
    return new DistrictView(
        district.code(),
        new NameView(district.nameEn(), district.nameUr(), district.namePs()),
        district.division(),
        figures.concernReports(),
        figures.reportsLongWaiting(),
        figures.newCases(),
        figures.openCases(),
        figures.risk(),
        figures.referrals(),
        figures.tasksOnTime(),
        figures.tasksDue(),
        figures.tasksLongOverdue());
  }
}
