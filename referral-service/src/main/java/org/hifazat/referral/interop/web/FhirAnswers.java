package org.hifazat.referral.interop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.interop.Fhir;
import org.jspecify.annotations.Nullable;

/** Resources as FHIR's media type, with the weak entity tags FHIR uses for versions. */
@ApplicationScoped
class FhirAnswers {
  private static final Pattern WEAK = Pattern.compile("W/\"(0|[1-9][0-9]{0,17})\"");

  private final ObjectMapper json;

  FhirAnswers(ObjectMapper json) {
    this.json = json;
  }

  Response ok(Object resource) {
    return answer(200, resource).build();
  }

  Response ok(Object resource, long version) {
    return answer(200, resource).header(HttpHeaders.ETAG, tag(version)).build();
  }

  Response.ResponseBuilder answer(int status, Object resource) {
    try {
      return Response.status(status)
          .type(Fhir.MEDIA_TYPE)
          .entity(json.writeValueAsString(resource));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a resource cannot be written", fault);
    }
  }

  static String tag(long version) {
    return "W/\"" + version + "\"";
  }

  /** FHIR's tag, or ours. */
  static long expected(@Nullable String ifMatch) {
    Matcher weak = WEAK.matcher(ifMatch == null ? "" : ifMatch.strip());
    return weak.matches() ? Long.parseLong(weak.group(1)) : Preconditions.expected(ifMatch);
  }
}
