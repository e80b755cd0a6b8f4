package org.hifazat.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * What a creating request made.
 *
 * @param id of the new resource
 * @param location path of the new resource, as in {@code /v1/things/<id>}
 * @param replayed true when an earlier request with the same key made it
 */
public record Created(UUID id, URI location, boolean replayed) {

  /** A resource made just now. */
  public static Created now(UUID id, URI location) {
    return new Created(id, location, false);
  }

  /**
   * 201 with Location, ETag and the resource. A replay answers the same, so a client that lost the
   * first answer needs no special case.
   */
  public Response response(long version, Object body) {
    // As a plain header: Response.location() would prepend the address of this process.
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, location.toString())
        .header(HttpHeaders.ETAG, ETags.of(version))
        .entity(body)
        .build();
  }
}
