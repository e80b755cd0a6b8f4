package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is known of an instrument besides its form. */
@ApplicationScoped
public class DescriptorReader {

  private final ObjectMapper json;

  DescriptorReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException when it is no descriptor
   */
  public InstrumentDescriptor read(String text) {
    return parsed(text, InstrumentDescriptor.class);
  }

  /**
   * @throws IllegalArgumentException when it is no list of golden sets
   */
  public List<GoldenSet> golden(String text) {
    return List.of(parsed(text, GoldenSet[].class));
  }

  private <T> T parsed(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("No " + type.getSimpleName(), unreadable);
    }
  }
}
