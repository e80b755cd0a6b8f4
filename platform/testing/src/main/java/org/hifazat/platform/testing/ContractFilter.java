package org.hifazat.platform.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds every response of a test to contracts/openapi/&lt;service&gt;.yaml: path, status, media
 * type and body. Install with {@code RestAssured.filters(new ContractFilter("cases"))} or per
 * request with {@code given().filter(…)}; paths below /q are not judged.
 */
public final class ContractFilter implements Filter {

  private final OpenApiContract contract;

  public ContractFilter(String service) {
    this(ContractFiles.root().resolve("openapi").resolve(service + ".yaml"));
  }

  /** Judges by any OpenAPI 3.1 document. */
  public ContractFilter(Path document) {
    if (!Files.exists(document)) {
      throw new IllegalStateException(
          document
              + " is missing: run the OpenApiSnapshot test with -Dhifazat.openapi.update=true");
    }
    this.contract = OpenApiContract.of(document);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    String path = URI.create(request.getURI()).getPath();
    String contentType = response.getContentType();
    judge(
        request.getMethod(),
        path,
        response.statusCode(),
        contentType == null ? "" : contentType,
        response.asString());
    return response;
  }

  /**
   * @param contentType empty when there was none
   * @throws AssertionError with what is not as documented
   */
  void judge(String method, String path, int status, String contentType, String body) {
    if (path.startsWith("/q/")) {
      return;
    }
    List<String> problems = contract.problems(method, path, status, contentType, body);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, against the contract: %s".formatted(method, path, status, problems));
    }
  }
}
