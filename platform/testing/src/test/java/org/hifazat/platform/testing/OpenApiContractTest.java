package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /v1/things/{id}:
          get:
            responses:
              '200':
                description: a thing
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/Thing'
              '401':
                description: no body
              '404':
                $ref: '#/components/responses/Missing'
          delete:
            responses:
              '401':
                $ref: '#/components/responses/Missing'
              '404':
                $ref: '#/components/responses/Missing'
        /v1/things/mine:
          get:
            responses:
              '204':
                description: nothing
      components:
        responses:
          Missing:
            description: missing
            content:
              application/problem+json:
                schema:
                  type: object
                  required: [code]
        schemas:
          Thing:
            type: object
            required: [id]
            properties:
              id:
                type: string
                format: uuid
              part:
                $ref: '#/components/schemas/Thing'
      """;

  private final OpenApiContract contract =
      new OpenApiContract(ContractFiles.YAML.readTree(DOCUMENT));

  @Test
  void aDocumentedAnswerIsRight() {
    assertThat(
            problems(
                "/v1/things/7", 200, "application/json;charset=UTF-8", "{\"id\":\"" + ID + "\"}"))
        .isEmpty();
    assertThat(problems("/v1/things/7", 401, "", "")).isEmpty();
    assertThat(problems("/v1/things/7", 404, "application/problem+json", "{\"code\":\"x\"}"))
        .isEmpty();
  }

  @Test
  void whoeverIsNotSignedInMayBeToldNothingWhereABodyIsDocumented() {
    assertThat(contract.problems("DELETE", "/v1/things/7", 401, "", "")).isEmpty();
    assertThat(contract.problems("DELETE", "/v1/things/7", 404, "", "")).hasSize(1);
  }

  @Test
  void aBodyAgainstTheSchemaIsCaughtAlsoInAReferencedPart() {
    assertThat(problems("/v1/things/7", 200, "application/json", "{}"))
        .containsExactly(" required id");
    assertThat(
            problems(
                "/v1/things/7",
                200,
                "application/json",
                "{\"id\":\"" + ID + "\",\"part\":{\"id\":\"seven\"}}"))
        .containsExactly("/part/id format");
    assertThat(problems("/v1/things/7", 404, "application/problem+json", "{}"))
        .containsExactly(" required code");
  }

  @Test
  void anUndocumentedStatusPathMethodOrMediaTypeIsCaught() {
    assertThat(problems("/v1/things/7", 418, "", "")).hasSize(1);
    assertThat(problems("/v1/others/7", 200, "", "")).hasSize(1);
    assertThat(contract.problems("POST", "/v1/things/7", 200, "", "")).hasSize(1);
    assertThat(problems("/v1/things/7", 200, "text/html", "<p>")).hasSize(1);
    assertThat(problems("/v1/things/7", 401, "text/plain", "why")).hasSize(1);
    assertThat(problems("/v1/things/7", 200, "application/json", "")).hasSize(1);
  }

  @Test
  void aLiteralPathWinsOverAParameter() {
    assertThat(problems("/v1/things/mine", 204, "", "")).isEmpty();
    assertThat(problems("/v1/things/mine", 401, "", "")).hasSize(1);
  }

  private static final String ID = "0198c0de-0000-7000-8000-000000000001";

  private List<String> problems(String path, int status, String contentType, String body) {
    return contract.problems("GET", path, status, contentType, body);
  }
}
