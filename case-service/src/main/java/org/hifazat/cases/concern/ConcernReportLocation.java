package org.hifazat.cases.concern;

import java.net.URI;
import java.util.UUID;

final class ConcernReportLocation {
  private ConcernReportLocation() {}

  static URI of(UUID id) {
    return URI.create("/v1/concern-reports/" + id);
  }
}
