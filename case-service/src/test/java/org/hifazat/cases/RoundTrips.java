package org.hifazat.cases;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;

/** How often one request of somebody's goes to the database. */
public final class RoundTrips {
  private RoundTrips() {}

  /**
   * @param request must succeed
   */
  public static int of(Persona persona, Function<RequestSpecification, Response> request) {
    return RequestCost.of(
            trace -> request.apply(Requests.as(persona).header("traceparent", trace)).statusCode())
        .roundTrips();
  }
}
