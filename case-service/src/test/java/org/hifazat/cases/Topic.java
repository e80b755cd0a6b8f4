package org.hifazat.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.hifazat.platform.testing.Records;

/** Reads what this service published. */
public final class Topic {
  public static final String CASES = "hifazat.cases.v1";
  public static final String DEAD_LETTERS = "hifazat.assessments.v1.case-service.dead-letter";

  private Topic() {}

  /** Every record of a topic with this key, in order. */
  public static List<ConsumerRecord<String, byte[]>> read(String topic, Object key) {
    return all(topic).stream().filter(record -> key.toString().equals(record.key())).toList();
  }

  public static List<ConsumerRecord<String, byte[]>> all(String topic) {
    return Records.of(topic);
  }

  public static String type(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Types of the records with this key, in order. */
  public static List<String> types(String topic, Object key) {
    return read(topic, key).stream().map(Topic::type).toList();
  }
}
