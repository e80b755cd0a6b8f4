package org.hifazat.monitoring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.Records;

/** An event as another service would send it, held to the contract. */
record Happened(String topic, String type, String key, long version, UUID id, String payload) {
  static final EventContracts CONTRACTS = EventContracts.load();
  private static final UUID SOMEONE = UUID.fromString("0190a000-0000-7000-8000-000000000001");

  static Happened district(String code, String division, long version) {
    String payload =
        """
        {"districtCode":"%s","division":"%s","nameEn":"%s","nameUr":"ضلع","namePs":"ولسوالۍ","validFrom":"2000-01-01"}"""
            .formatted(code, division, code);
    return valid("directory", "district-listed", code, version, payload);
  }

  static Happened report(String district, Instant at) {
    UUID id = UUID.randomUUID();
    String payload =
        """
        {"reportId":"%s","channel":"police","districtCode":"%s","urgency":"urgent","concerns":[],
         "receivedAt":"%s","recordedAt":"%s"}"""
            .formatted(id, district, at, at);
    return valid("cases", "concern-reported", id.toString(), 1, payload);
  }

  /** A report still waits when the Commission, or the supervisor, is told. */
  static Happened reportEscalated(Happened report, String district, String level, Instant at) {
    String payload =
        """
        {"reportId":"%s","districtCode":"%s","urgency":"urgent","matter":"triage","level":"%s",
         "dueAt":"%s","escalatedAt":"%s"}"""
            .formatted(report.key(), district, level, at, at);
    return valid("cases", "concern-escalated", report.key(), 1, payload);
  }

  /** A report that was no concern after so long. */
  static Happened triaged(String district, String urgency, Instant at, int minutes) {
    UUID id = UUID.randomUUID();
    String payload =
        """
        {"reportId":"%s","decision":"no-concern","triagedAt":"%s","districtCode":"%s","urgency":"%s",
         "waitedMinutes":%d,"inTime":true}"""
            .formatted(id, at, district, urgency, minutes);
    return valid("cases", "concern-triaged", id.toString(), 2, payload);
  }

  static Happened opened(UUID caseId, String district, Instant at) {
    String payload =
        """
        {"caseId":"%s","caseNumber":"KP-TST-000001","unitId":"%s","districtCode":"%s","sex":"female",
         "ageBand":"6-11","concerns":[],"openedAt":"%s","recordedAt":"%s"}"""
            .formatted(caseId, SOMEONE, district, at, at);
    return valid("cases", "case-opened", caseId.toString(), 1, payload);
  }

  static Happened risk(UUID caseId, String district, String level, long version, Instant at) {
    String payload =
        """
        {"caseId":"%s","districtCode":"%s","unitId":"%s","level":"%s","assessmentId":"%s","setAt":"%s",
         "recordedAt":"%s"}"""
            .formatted(caseId, district, SOMEONE, level, UUID.randomUUID(), at, at);
    return valid("cases", "risk-level-set", caseId.toString(), version, payload);
  }

  static Happened riskTakenBack(UUID caseId, String district, long version, Instant at) {
    String payload =
        """
        {"caseId":"%s","districtCode":"%s","unitId":"%s","previousLevel":"high","takenBackAt":"%s",
         "recordedAt":"%s"}"""
            .formatted(caseId, district, SOMEONE, at, at);
    return valid("cases", "risk-level-taken-back", caseId.toString(), version, payload);
  }

  static Happened closed(UUID caseId, String district, long version, Instant at) {
    String payload =
        """
        {"caseId":"%s","districtCode":"%s","unitId":"%s","episode":1,"reason":"goals-met","closedAt":"%s",
         "recordedAt":"%s"}"""
            .formatted(caseId, district, SOMEONE, at, at);
    return valid("cases", "case-closed", caseId.toString(), version, payload);
  }

  static Happened reopened(UUID caseId, String district, long version, Instant at) {
    String payload =
        """
        {"caseId":"%s","districtCode":"%s","unitId":"%s","episode":2,"reason":"new-concern",
         "reopenedAt":"%s","recordedAt":"%s"}"""
            .formatted(caseId, district, SOMEONE, at, at);
    return valid("cases", "case-reopened", caseId.toString(), version, payload);
  }

  /** child-merged or child-unmerged. */
  static Happened merge(UUID caseId, String district, String name, long version, Instant at) {
    String payload =
        """
        {"mergeId":"%s","mergedCaseId":"%s","survivingCaseId":"%s","districtCode":"%s","unitId":"%s",
         "%sAt":"%s","recordedAt":"%s"}"""
            .formatted(
                SOMEONE, caseId, SOMEONE, district, SOMEONE, name.replace("child-", ""), at, at);
    return valid("cases", name, caseId.toString(), version, payload);
  }

  /** Scheduled anew under a later version, as after a merge was undone. */
  static Happened dueAgain(UUID taskId, UUID caseId, String district, Instant dueAt) {
    Happened first = due(taskId, caseId, district, dueAt);
    return valid("cases", "task-scheduled", caseId.toString(), 3, first.payload());
  }

  static Happened transferred(UUID caseId, String from, String to, long version, Instant at) {
    String payload =
        """
        {"caseId":"%s","transferId":"%s","fromUnitId":"%s","fromDistrictCode":"%s","unitId":"%s","districtCode":"%s",
         "ownerId":"%s","transferredAt":"%s","recordedAt":"%s"}"""
            .formatted(caseId, SOMEONE, SOMEONE, from, SOMEONE, to, SOMEONE, at, at);
    return valid("cases", "case-transferred", caseId.toString(), version, payload);
  }

  static Happened due(UUID taskId, UUID caseId, String district, Instant dueAt) {
    String payload =
        """
        {"taskId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","kind":"initial-assessment","dueAt":"%s"}"""
            .formatted(taskId, caseId, district, SOMEONE, dueAt);
    return valid("cases", "task-scheduled", caseId.toString(), 1, payload);
  }

  static Happened done(UUID taskId, UUID caseId, String district, Instant dueAt, Instant at) {
    String payload =
        """
        {"taskId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","kind":"initial-assessment",
         "dueAt":"%s","completedAt":"%s"}"""
            .formatted(taskId, caseId, district, SOMEONE, dueAt, at);
    return valid("cases", "task-completed", caseId.toString(), 2, payload);
  }

  static Happened superseded(UUID taskId, UUID caseId, String district, Instant dueAt, Instant at) {
    String payload =
        """
        {"taskId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","kind":"initial-assessment",
         "dueAt":"%s","supersededAt":"%s"}"""
            .formatted(taskId, caseId, district, SOMEONE, dueAt, at);
    return valid("cases", "task-superseded", caseId.toString(), 2, payload);
  }

  /** A deadline is told to this level. */
  static Happened escalated(
      UUID taskId, UUID caseId, String district, Instant dueAt, String level, Instant at) {
    String payload =
        """
        {"taskId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","kind":"initial-assessment",
         "dueAt":"%s","level":"%s","escalatedAt":"%s"}"""
            .formatted(taskId, caseId, district, SOMEONE, dueAt, level, at);
    return valid("cases", "task-escalated", caseId.toString(), 1, payload);
  }

  static Happened requested(UUID referralId, UUID caseId, String district, Instant at) {
    String payload =
        """
        {"referralId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","agencyId":"%s",
         "serviceCategory":"legal-aid","priority":"high","authoredAt":"%s","respondBy":"%s","completeBy":"%s"}"""
            .formatted(referralId, caseId, district, SOMEONE, SOMEONE, at, at, at);
    return valid("referrals", "referral-requested", caseId.toString(), 1, payload);
  }

  static Happened moved(
      UUID referralId, UUID caseId, String district, String from, String to, Instant at) {
    String payload =
        """
        {"referralId":"%s","caseId":"%s","districtCode":"%s","agencyId":"%s","from":"%s","to":"%s","at":"%s"}"""
            .formatted(referralId, caseId, district, SOMEONE, from, to, at);
    return valid("referrals", "referral-moved", caseId.toString(), 2, payload);
  }

  /** A clock of a referral is told of at this level. */
  static Happened referralEscalated(
      UUID referralId, UUID caseId, String district, String clock, String level, Instant at) {
    String payload =
        """
        {"referralId":"%s","caseId":"%s","districtCode":"%s","unitId":"%s","agencyId":"%s","clock":"%s",
         "level":"%s","dueAt":"%s","at":"%s"}"""
            .formatted(referralId, caseId, district, SOMEONE, SOMEONE, clock, level, at, at);
    return valid("referrals", "referral-escalated", caseId.toString(), 2, payload);
  }

  static Happened loopClosed(UUID referralId, UUID caseId, String district, Instant at) {
    String payload =
        """
        {"referralId":"%s","caseId":"%s","districtCode":"%s","at":"%s"}"""
            .formatted(referralId, caseId, district, at);
    return valid("referrals", "referral-loop-closed", caseId.toString(), 9, payload);
  }

  static Happened missing(String district, String category, Instant at) {
    UUID gap = UUID.randomUUID();
    String payload =
        """
        {"gapId":"%s","unitId":"%s","districtCode":"%s","serviceCategory":"%s","reason":"no-capacity","at":"%s"}"""
            .formatted(gap, SOMEONE, district, category, at);
    return valid("referrals", "service-gap-recorded", gap.toString(), 0, payload);
  }

  static Happened offered(UUID assessmentId, Instant at, String... responses) {
    String payload =
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"phq-a","purpose":"depression","responses":["%s"],
         "offeredAt":"%s"}"""
            .formatted(assessmentId, SOMEONE, String.join("\",\"", responses), at);
    return valid("assessments", "responses-offered", SOMEONE.toString(), 1, payload);
  }

  static Happened taken(UUID assessmentId, String response, Instant at) {
    String payload =
        """
        {"actionId":"%s","caseId":"%s","assessmentId":"%s","instrumentId":"phq-a","purpose":"depression",
         "response":"%s","language":"ur","dueOn":"2026-12-01","takenBy":"%s","takenAt":"%s"}"""
            .formatted(UUID.randomUUID(), SOMEONE, assessmentId, response, SOMEONE, at);
    return valid("assessments", "response-taken", SOMEONE.toString(), 1, payload);
  }

  /** A case's event with this payload, whatever it is. */
  static Happened raw(String name, String payload) {
    return of("cases", name, UUID.randomUUID().toString(), 1, payload);
  }

  private static Happened valid(
      String area, String name, String key, long version, String payload) {
    Happened event = of(area, name, key, version, payload);
    CONTRACTS.assertPublishable(event.type(), payload);
    return event;
  }

  static Happened of(String area, String name, String key, long version, String payload) {
    return new Happened(
        "hifazat." + area + ".v1",
        "org.hifazat." + area + "." + name + ".v1",
        key,
        version,
        UUID.randomUUID(),
        payload);
  }

  /** The same news in another envelope, as after a publisher was restored. */
  Happened again() {
    return new Happened(topic, type, key, version, UUID.randomUUID(), payload);
  }

  static void send(List<Happened> events) {
    Records.send(events.stream().map(Happened::envelope).toList());
  }

  /** Sends, and waits until each has been applied. */
  static void apply(List<Happened> events) {
    send(events);
    Object[] ids = events.stream().map(Happened::id).distinct().toArray();
    Awaitility.await("the events are applied")
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                Backstage.count(
                        "select count(*) from inbox where event_id = any (?::uuid[])", (Object) ids)
                    == ids.length);
  }

  private ProducerRecord<String, byte[]> envelope() {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", id.toString());
    header(record, "ce_type", type);
    header(record, "ce_source", "/hifazat/test");
    header(record, "ce_subject", key);
    header(record, "ce_time", Instant.EPOCH.toString());
    header(record, "ce_aggregateversion", Long.toString(version));
    header(record, "content-type", "application/json");
    return record;
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
