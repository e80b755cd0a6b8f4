package org.hifazat.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/**
 * What the platform answered.
 *
 * @param etag empty when there was none
 * @param body as received; empty when there was none
 */
public record Answer(int status, String etag, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(), response.headers().firstValue("ETag").orElse(""), response.body());
  }

  /**
   * @throws IllegalStateException when the body is no JSON
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("answer " + status + " is no JSON");
    }
  }

  /** The problem's code, or an empty text for a good answer. */
  public String problem() {
    return status < 400 || body.isBlank() ? "" : json().path("code").asText();
  }

  /**
   * @throws IllegalStateException with the problem's code for any other status
   */
  public Answer expect(int wanted) {
    if (status != wanted) {
      throw new IllegalStateException(
          "expected " + wanted + " and got " + status + " " + problem());
    }
    return this;
  }
}
