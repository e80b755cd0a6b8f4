package org.hifazat.platform.web;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The trace id OpenTelemetry put into the logging context, so that body and log agree. */
final class TraceIds {

  private TraceIds() {}

  static @Nullable String current() {
    return MDC.get("traceId") instanceof String id && !id.isBlank() ? id : null;
  }
}
