package org.hifazat.cases;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;

/** How often one request of somebody's goes to the database. */
public final class RoundTrips {
  private RoundTrips() {}

  /**
   * @param request must succeed
   */
  public static int of(Persona persona, Function<RequestSpecification, Response> request) {
    return RequestCost.of(told(persona, request)).roundTrips();
  }

  /**
   * Of what can be asked again and again: what a connection asks of the server for itself, once, is
   * not counted.
   *
   * @param request must succeed
   */
  public static int least(Persona persona, Function<RequestSpecification, Response> request) {
    return RequestCost.least(told(persona, request)).roundTrips();
  }

  private static ToIntFunction<String> told(
      Persona persona, Function<RequestSpecification, Response> request) {
    return trace -> request.apply(Requests.as(persona).header("traceparent", trace)).statusCode();
  }
}
