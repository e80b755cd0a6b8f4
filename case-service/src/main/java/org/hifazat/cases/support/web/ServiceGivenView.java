package org.hifazat.cases.support.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.support.ServiceGiven;
import org.hifazat.cases.support.ServicesGiven;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * Something the unit did for the child.
 *
 * @param struckAt recorded by mistake: it counts no more
 * @param etag for If-Match when striking it out
 */
public record ServiceGivenView(
    UUID id,
    String kind,
    Instant happenedAt,
    UUID givenBy,
    @Nullable Integer minutes,
    @Nullable Integer rupees,
    @Nullable UUID actionId,
    @Nullable String note,
    UUID recordedBy,
    Instant recordedAt,
    @Nullable Instant struckAt,
    String etag) {

  static ServiceGivenView of(ServicesGiven.Whole whole) {
    ServiceGiven service = whole.service();
    return new ServiceGivenView(
        service.id(),
        service.kind(),
        service.happenedAt(),
        service.givenBy(),
        service.minutes().orElse(null),
        service.rupees().orElse(null),
        service.actionId().orElse(null),
        whole.note(),
        service.recordedBy(),
        service.recordedAt(),
        service.struckAt().orElse(null),
        ETags.of(service.version()));
  }
}
