package org.hifazat.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Records;

/** Writes what the case-service would, and reads what this service published. */
final class Topic {

  static final EventContracts CONTRACTS = EventContracts.load();
  static final String CASE_OPENED = "org.hifazat.cases.case-opened.v1";

  private static final String CASES = "hifazat.cases.v1";

  private Topic() {}

  static String opened(UUID caseId, UUID owner, UUID unit) {
    String event =
        """
        {"caseId":"%s","caseNumber":"KP-TST-000001","unitId":"%s","districtCode":"peshawar",
         "ownerId":"%s","sex":"female","ageBand":"6-11","concerns":[],
         "openedAt":"2026-01-10T05:00:00Z","recordedAt":"2026-01-10T05:01:00Z"}"""
            .formatted(caseId, unit, owner);
    CONTRACTS.assertPublishable(CASE_OPENED, event);
    return event;
  }

  /** A case-closed or case-reopened event by its name. */
  static void turn(UUID caseId, long version, String name, String reason, String time) {
    String type = "org.hifazat.cases." + name + ".v1";
    String payload =
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","episode":1,"reason":"%s",
         "%s":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
            .formatted(caseId, Persona.PESHAWAR, reason, time);
    CONTRACTS.assertPublishable(type, payload);
    send(type, UUID.randomUUID(), caseId, version, payload);
  }

  /** A child-merged or child-unmerged event by its name: who has the merged case from now on. */
  static void merge(
      UUID merged, long version, String name, String time, UUID survivor, UUID unit, UUID owner) {
    String type = "org.hifazat.cases." + name + ".v1";
    String payload =
        """
        {"mergeId":"%s","mergedCaseId":"%s","survivingCaseId":"%s","districtCode":"peshawar","unitId":"%s",
         "ownerId":"%s","%s":"2026-01-12T05:00:00Z","recordedAt":"2026-01-12T05:01:00Z"}"""
            .formatted(UUID.randomUUID(), merged, survivor, unit, owner, time);
    CONTRACTS.assertPublishable(type, payload);
    send(type, UUID.randomUUID(), merged, version, payload);
  }

  /** A step of a case, as the case service tells. */
  static void moved(UUID caseId, long version, String from, String to, String at) {
    publish(
        "case-moved",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","episode":1,"from":"%s","to":"%s",
         "movedAt":"%s","recordedAt":"%s"}"""
            .formatted(caseId, Persona.PESHAWAR, from, to, at, at));
  }

  static void riskSet(UUID caseId, long version, String level, String at) {
    riskSet(caseId, version, level, "", UUID.randomUUID(), at);
  }

  /** A level of risk with the one before, or none. */
  static void riskSet(
      UUID caseId, long version, String level, String before, Object assessment, String at) {
    publish(
        "risk-level-set",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","level":"%s",%s"assessmentId":"%s",
         "setAt":"%s","recordedAt":"%s"}"""
            .formatted(
                caseId,
                Persona.PESHAWAR,
                level,
                before.isEmpty() ? "" : "\"previousLevel\":\"" + before + "\",",
                assessment,
                at,
                at));
  }

  /** The level went with an undone merge. */
  static void riskTakenBack(UUID caseId, long version, String at) {
    publish(
        "risk-level-taken-back",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","previousLevel":"high",
         "takenBackAt":"%s","recordedAt":"%s"}"""
            .formatted(caseId, Persona.PESHAWAR, at, at));
  }

  /** The child was visited at home. */
  static void followedUp(UUID caseId, long version, String at) {
    publish(
        "follow-up-held",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","followUpId":"%s","kind":"home-visit",
         "childSeen":true,"seenAlone":true,"riskChange":"same","happenedAt":"%s"}"""
            .formatted(caseId, Persona.PESHAWAR, UUID.randomUUID(), at));
  }

  static void assigned(UUID caseId, long version, UUID owner) {
    publish(
        "case-assigned",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","ownerId":"%s",
         "assignedAt":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
            .formatted(caseId, Persona.PESHAWAR, owner));
  }

  /** Members of the case; of a sealed one, who is named. */
  static void members(UUID caseId, long version, boolean sealed, UUID who) {
    publish(
        "case-members-changed",
        caseId,
        version,
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","memberIds":[%s],"sealed":%s,"namedIds":[%s],
         "changedAt":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
            .formatted(
                caseId,
                Persona.PESHAWAR,
                sealed ? "" : "\"" + who + "\"",
                sealed,
                sealed ? "\"" + who + "\"" : ""));
  }

  /** To the unit of Mardan. */
  static void transferred(UUID caseId, long version, UUID owner) {
    publish(
        "case-transferred",
        caseId,
        version,
        """
        {"caseId":"%s","transferId":"%s","fromUnitId":"%s","fromDistrictCode":"peshawar","unitId":"%s",
         "districtCode":"mardan","ownerId":"%s",
         "transferredAt":"2026-01-12T05:00:00Z","recordedAt":"2026-01-12T05:01:00Z"}"""
            .formatted(caseId, UUID.randomUUID(), Persona.PESHAWAR, Persona.MARDAN, owner));
  }

  private static void publish(String name, UUID caseId, long version, String payload) {
    String type = "org.hifazat.cases." + name + ".v1";
    CONTRACTS.assertPublishable(type, payload);
    send(type, UUID.randomUUID(), caseId, version, payload);
  }

  static void send(UUID eventId, UUID caseId, long version, String payload) {
    send(CASE_OPENED, eventId, caseId, version, payload);
  }

  private static void send(String type, UUID eventId, UUID caseId, long version, String payload) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(CASES, caseId.toString(), payload.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", eventId.toString());
    header(record, "ce_type", type);
    header(record, "ce_source", "/hifazat/case-service");
    header(record, "ce_subject", caseId.toString());
    header(record, "ce_time", Instant.EPOCH.toString());
    header(record, "ce_aggregateversion", Long.toString(version));
    header(record, "content-type", "application/json");
    Records.send(record);
  }

  /** Every record of a topic with this key. */
  static List<ConsumerRecord<String, byte[]>> read(String topic, Object key) {
    return Records.of(topic).stream()
        .filter(record -> key.toString().equals(record.key()))
        .toList();
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
