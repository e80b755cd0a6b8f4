package org.hifazat.cases.lifecycle.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/** Where a case stands after something was done to it. */
public record CaseStepView(
    UUID caseId,
    String number,
    String state,
    Instant stateSince,
    int episode,
    @Nullable Instant closedAt,
    @Nullable String riskLevel) {

  /** 200 with the case's new ETag. */
  public static Response response(CaseFile file) {
    return Response.ok(
            new CaseStepView(
                file.id(),
                file.number(),
                file.state(),
                file.stateSince(),
                file.episode(),
                file.closedAt().orElse(null),
                file.riskLevel().map(level -> level.label()).orElse(null)))
        .header(HttpHeaders.ETAG, ETags.of(file.version()))
        .build();
  }
}
