package org.hifazat.platform.security;

import org.jboss.logging.MDC;

/** The problem documents of this module: always the same text but for the trace id. */
final class RefusalBody {
  static final String MEDIA_TYPE = "application/problem+json";

  private RefusalBody() {}

  static String of(int status, String code, String title) {
    return "{\"type\":\"/problems/"
        + code
        + "\",\"title\":\""
        + title
        + "\",\"status\":"
        + status
        + ",\"code\":\""
        + code
        + "\""
        + trace()
        + "}";
  }

  private static String trace() {
    return MDC.get("traceId") instanceof String id && id.matches("[0-9a-f]{32}")
        ? ",\"traceId\":\"" + id + "\""
        : "";
  }
}
