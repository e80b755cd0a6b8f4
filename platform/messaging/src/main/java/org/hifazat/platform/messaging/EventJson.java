package org.hifazat.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * JSON on topics: strict when written, tolerant when read, whatever the service's HTTP side does.
 */
@Singleton
class EventJson {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  byte[] write(Object payload) {
    try {
      return mapper.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          payload.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  /**
   * @throws PoisonException when the bytes are no such record; without the cause, whose text would
   *     show values
   */
  <T> T read(byte[] payload, Class<T> type) {
    T value;
    try {
      value = mapper.readValue(payload, type);
    } catch (IOException e) {
      throw new PoisonException(
          "payload is no " + type.getSimpleName() + " (" + e.getClass().getSimpleName() + ")");
    }
    if (value == null) {
      throw new PoisonException("payload is null");
    }
    return value;
  }
}
