package org.hifazat.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.hifazat.local.demo.StaffSession;

/** What the Commission sees at one moment. */
record Figures(JsonNode district, JsonNode province) {

  static Figures of(StaffSession commission, String districtCode)
      throws IOException, InterruptedException {
    JsonNode all = commission.get("/api/monitoring/v1/figures").expect(200).json();
    for (JsonNode district : all.get("districts")) {
      if (district.get("districtCode").asText().equals(districtCode)) {
        return new Figures(district, all.get("province"));
      }
    }
    throw new AssertionError("no figures for " + districtCode);
  }

  /**
   * @param path as in {@code risk/high}
   * @return -1 for a suppressed cell
   */
  int inDistrict(String path) {
    return value(district, path);
  }

  /**
   * @return -1 for a suppressed cell
   */
  int inProvince(String path) {
    return value(province, path);
  }

  private static int value(JsonNode from, String path) {
    JsonNode cell = from.at("/" + path);
    return cell.get("value") == null || cell.get("value").isNull() ? -1 : cell.get("value").asInt();
  }
}
