package org.hifazat.referral;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OTHER_UNIT;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.REFERRED_IN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;
import static org.hifazat.platform.security.Relation.SEALED;
import static org.hifazat.referral.Requests.AUTHORED;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.access.ReferralOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every operation × role × relation, with real tokens over HTTP. */
@HifazatTest(service = "referrals")
class RefusalMatrixTest {
  private static final String NOBODY_THERE = "http://127.0.0.1:1/";
  private static final Map<String, Persona> ROLES = roles();

  /** What may be done, written by hand and not read from the rules. */
  private static final Map<String, Set<Relation>> OF_THE_CASE =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "psychologist", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private static final Map<String, Set<Relation>> OF_THE_AGENCY =
      Map.of("partner-worker", Set.of(REFERRED_IN), "partner-system", Set.of(REFERRED_IN));

  private static final Map<String, Set<Relation>> WEBHOOKS =
      Map.of("partner-system", Set.of(NONE), "commission-admin", Set.of(NONE));

  private static final Map<String, Set<Relation>> STAFF =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "commission-admin", Set.of(NONE));

  private static final Map<String, Set<Relation>> CODES =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "commission-admin", Set.of(NONE),
          "partner-worker", Set.of(NONE),
          "partner-system", Set.of(NONE));

  private static final Map<String, Set<Relation>> AGENCYS_LIST =
      Map.of("partner-worker", Set.of(NONE), "partner-system", Set.of(NONE));

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
  }

  @TestFactory
  Stream<DynamicNode> whatIsNotListedIsRefused() {
    Map<ReferralOperation, Map<String, Set<Relation>>> general =
        new EnumMap<>(ReferralOperation.class);
    Map<ReferralOperation, Map<String, Set<Relation>>> special =
        new EnumMap<>(ReferralOperation.class);
    for (ReferralOperation operation : EnumSet.allOf(ReferralOperation.class)) {
      switch (operation) {
        case LIST_SERVICES,
            READ_DIRECTORY,
            IMPORT_DIRECTORY,
            EXPORT_DIRECTORY,
            ASK_CAPACITY,
            LIST_CAPACITY_QUESTIONS,
            RECORD_GAP,
            LIST_GAPS ->
            general.put(operation, DirectoryMatrix.allowed(operation));
        case KEEP_SERVICE -> special.put(operation, DirectoryMatrix.allowed(operation));
        case PARTNER_LIST_REFERRALS, PARTNER_LIST_CAPACITY_QUESTIONS, PARTNER_READ_CODE_MAPS ->
            general.put(operation, AGENCYS_LIST);
        case LIST_WEBHOOKS,
            ADD_WEBHOOK,
            VIEW_WEBHOOK,
            CHANGE_WEBHOOK,
            DELETE_WEBHOOK,
            TEST_WEBHOOK,
            REPLAY_WEBHOOK ->
            general.put(operation, WEBHOOKS);
        case LIST_NOTICE_ADDRESSES, KEEP_NOTICE_ADDRESSES ->
            general.put(operation, NoticeTest.ALLOWED);
        case OPEN_LINK, LINK_CLOSE -> general.put(operation, LinkMatrix.NOBODYS);
        case LINK_VIEW_REFERRAL, LINK_ANSWER_REFERRAL, LINK_WRITE ->
            special.put(operation, LinkMatrix.NOBODYS);
        case RECORD_FEEDBACK,
            LIST_FEEDBACK,
            RELEASE_FEEDBACK,
            WITHDRAW_FEEDBACK,
            LIST_RETURNS,
            ANSWER_RETURN ->
            special.put(operation, OF_THE_CASE);
        case PARTNER_READ_FEEDBACK, PARTNER_RETURN_REFERRAL, PARTNER_LIST_RETURNS ->
            special.put(operation, OF_THE_AGENCY);
        case MAKE_LINK, LIST_LINKS, REVOKE_LINK -> special.put(operation, OF_THE_CASE);
        case PARTNER_RESET_SANDBOX, PARTNER_KEEP_SHARED_SECRET, PARTNER_KEEP_CODE_MAPS ->
            general.put(operation, Map.of("partner-system", Set.of(NONE)));
        case LIST_REFERRALS, LIST_REFERRALS_OF_UNIT ->
            general.put(operation, SentListTest.allowed(operation));
        case LIST_REFERRAL_CODES -> general.put(operation, CODES);
        case READ_PACKET_RULES -> general.put(operation, STAFF);
        case KEEP_PACKET_RULES,
            KEEP_REFERRAL_CODES,
            KEEP_SHARED_SECRET,
            KEEP_CODE_MAPS,
            HAND_OVER_REFERRALS ->
            general.put(operation, Map.of("commission-admin", Set.of(NONE)));
        case START_REFERRAL_DRAFT,
            LIST_REFERRAL_DRAFTS,
            READ_REFERRAL_DRAFT,
            SAVE_REFERRAL_DRAFT,
            SEND_REFERRAL_DRAFT,
            DISCARD_REFERRAL_DRAFT,
            MAKE_REFERRAL,
            LIST_REFERRALS_OF_CASE,
            VIEW_REFERRAL,
            PREVIEW_REFERRAL,
            MARK_IN_ERROR,
            CANCEL_REFERRAL,
            CLOSE_LOOP,
            READ_THREAD,
            WRITE_THREAD ->
            special.put(operation, OF_THE_CASE);
        case PARTNER_VIEW_REFERRAL,
            PARTNER_ANSWER_REFERRAL,
            PARTNER_HAND_OVER,
            PARTNER_ANSWER_CAPACITY,
            PARTNER_READ_THREAD,
            PARTNER_WRITE_THREAD,
            PARTNER_ATTACH ->
            special.put(operation, OF_THE_AGENCY);
      }
    }
    return Stream.concat(
        RefusalMatrix.of(general.keySet(), ROLES.keySet(), List.of(NONE), general)
            .tests(this::permitted),
        RefusalMatrix.of(
                special.keySet(),
                ROLES.keySet(),
                List.of(OWN, SAME_UNIT, REFERRED_IN, OTHER_UNIT, SEALED),
                special)
            .tests(this::permitted));
  }

  private boolean permitted(ReferralOperation operation, String role, Relation relation) {
    Persona persona = Objects.requireNonNull(ROLES.get(role), role);
    int status = attempt(operation, persona, relation).statusCode();
    if (status >= 200 && status < 300) {
      Ready.forget();
      return true;
    }
    if (status == 403 || status == 404) {
      return false;
    }
    throw new AssertionError(operation + " answered " + status);
  }

  private static Response attempt(ReferralOperation operation, Persona persona, Relation relation) {
    return switch (operation) {
      case LIST_SERVICES,
          READ_DIRECTORY,
          KEEP_SERVICE,
          IMPORT_DIRECTORY,
          EXPORT_DIRECTORY,
          ASK_CAPACITY,
          LIST_CAPACITY_QUESTIONS,
          PARTNER_LIST_CAPACITY_QUESTIONS,
          PARTNER_ANSWER_CAPACITY,
          RECORD_GAP,
          LIST_GAPS ->
          DirectoryMatrix.attempt(operation, persona, relation);
      case MAKE_LINK,
          LIST_LINKS,
          REVOKE_LINK,
          OPEN_LINK,
          LINK_VIEW_REFERRAL,
          LINK_ANSWER_REFERRAL,
          LINK_WRITE,
          LINK_CLOSE ->
          LinkMatrix.attempt(operation, persona, relation);
      case LIST_NOTICE_ADDRESSES -> NoticeTest.list(persona);
      case KEEP_NOTICE_ADDRESSES -> {
        NoticeTest.none();
        yield NoticeTest.add(persona, "email", "desk@legal-aid.example");
      }
      case RECORD_FEEDBACK,
          LIST_FEEDBACK,
          RELEASE_FEEDBACK,
          WITHDRAW_FEEDBACK,
          LIST_RETURNS,
          ANSWER_RETURN,
          PARTNER_READ_FEEDBACK,
          PARTNER_RETURN_REFERRAL,
          PARTNER_LIST_RETURNS ->
          AfterwardsMatrix.attempt(operation, persona, relation);
      case START_REFERRAL_DRAFT,
          LIST_REFERRAL_DRAFTS,
          READ_REFERRAL_DRAFT,
          SAVE_REFERRAL_DRAFT,
          SEND_REFERRAL_DRAFT,
          DISCARD_REFERRAL_DRAFT ->
          Drafting.attempt(operation, persona, relation);
      case PARTNER_LIST_REFERRALS -> as(persona).get("/partner/v1/referrals");
      case MAKE_REFERRAL -> {
        UUID caseId = Ready.of(operation, Backstage::openCaseWithConsent);
        stand(caseId, persona, relation);
        yield refer(persona, referral(caseId));
      }
      case LIST_REFERRALS, LIST_REFERRALS_OF_UNIT -> SentListTest.list(persona, operation);
      case LIST_REFERRALS_OF_CASE ->
          as(persona)
              .get("/v1/cases/" + subject(operation, persona, relation).caseId() + "/referrals");
      case VIEW_REFERRAL ->
          as(persona).get("/v1/referrals/" + subject(operation, persona, relation).id());
      case CANCEL_REFERRAL ->
          post(persona, "/v1/referrals/", subject(operation, persona, relation), "/cancellation");
      case MARK_IN_ERROR ->
          post(
              persona,
              "/v1/referrals/",
              subject(operation, persona, relation),
              "/entered-in-error");
      case PREVIEW_REFERRAL -> {
        UUID caseId = Ready.of(operation, Backstage::openCase);
        stand(caseId, persona, relation);
        yield PacketTest.preview(persona, caseId, Backstage.LEGAL_AID, Requests.packet());
      }
      case LIST_REFERRAL_CODES ->
          as(persona)
              .get(
                  persona.agencyId().isPresent()
                      ? "/partner/v1/referral-codes"
                      : "/v1/referral-codes");
      case KEEP_PACKET_RULES ->
          as(persona)
              .header("If-Match", PacketPolicyTest.seen())
              .body("{\"days\":0,\"source\":\"test\"}")
              .put("/v1/packet-policies/terms/rejected/2999-01-01");
      case PARTNER_RESET_SANDBOX -> SandboxTest.reset(persona);
      case KEEP_REFERRAL_CODES -> CodePolicyTest.rename(persona);
      case HAND_OVER_REFERRALS -> AddresseeTest.handAllOver(persona);
      case PARTNER_READ_CODE_MAPS -> as(persona).get("/partner/v1/code-maps/outcome");
      case PARTNER_KEEP_CODE_MAPS -> PartnerServicesTest.keepNone(persona, "/partner/v1");
      case KEEP_CODE_MAPS ->
          PartnerServicesTest.keepNone(persona, "/v1/agencies/" + Backstage.LEGAL_AID);
      case READ_PACKET_RULES -> as(persona).get("/v1/packet-rules?category=police");
      case CLOSE_LOOP -> {
        Sent sent = subject(operation, persona, relation);
        Backstage.put(sent.id(), "completed");
        yield post(persona, "/v1/referrals/", sent, "/loop-closure");
      }
      case PARTNER_VIEW_REFERRAL ->
          as(persona).get("/partner/v1/referrals/" + subject(operation, persona, relation).id());
      case LIST_WEBHOOKS -> as(persona).get(Webhooks.base(persona));
      case ADD_WEBHOOK -> {
        Webhooks.none();
        yield Webhooks.add(persona, NOBODY_THERE);
      }
      case VIEW_WEBHOOK ->
          as(persona).get(Webhooks.base(persona) + "/" + endpoint().id() + "/messages");
      case CHANGE_WEBHOOK -> Webhooks.change(persona, endpoint(), "pause", Map.of());
      case DELETE_WEBHOOK -> {
        Webhooks.Endpoint endpoint = endpoint();
        yield as(persona)
            .header("If-Match", endpoint.etag())
            .delete(Webhooks.base(persona) + "/" + endpoint.id());
      }
      case TEST_WEBHOOK -> Webhooks.test(persona, endpoint());
      case REPLAY_WEBHOOK ->
          Webhooks.replay(persona, endpoint(), Map.of("since", AUTHORED.toString()));
      case KEEP_SHARED_SECRET, PARTNER_KEEP_SHARED_SECRET ->
          Webhooks.share(persona, base(operation) + "/webhook-endpoints", endpoint());
      case READ_THREAD, PARTNER_READ_THREAD ->
          as(persona)
              .get(ThreadTest.messages(base(operation), subject(operation, persona, relation)));
      case WRITE_THREAD, PARTNER_WRITE_THREAD -> {
        Sent sent = subject(operation, persona, relation);
        consentToWhomeverItIsAddressed(sent);
        yield ThreadTest.write(persona, ThreadTest.messages(base(operation), sent), Map.of());
      }
      case PARTNER_ATTACH ->
          LimitedClientTest.attach(Tokens.of(persona), subject(operation, persona, relation).id());
      case PARTNER_HAND_OVER -> {
        AddresseeTest.peopleOfTheLegalAidCentre();
        Sent sent = Ready.of(operation, () -> AddresseeTest.sentTo(AddresseeTest.WORKER));
        stand(sent.caseId(), persona, relation);
        yield as(persona)
            .header("If-Match", sent.etag())
            .body(json(Map.of("reason", "On invented leave")))
            .post("/partner/v1/referrals/" + sent.id() + "/handing-over");
      }
      case PARTNER_ANSWER_REFERRAL ->
          post(
              persona,
              "/partner/v1/referrals/",
              subject(operation, persona, relation),
              "/acceptance");
    };
  }

  private static String base(ReferralOperation operation) {
    return operation.name().startsWith("PARTNER_") ? "/partner/v1" : "/v1";
  }

  private static void consentToWhomeverItIsAddressed(Sent sent) {
    UUID agency =
        UUID.fromString(
            Backstage.texts("select agency_id from referral where id = ?::uuid", sent.id())
                .getFirst());
    Backstage.consent(
        sent.caseId(), "share-information", "given", agency, "2026-01-10T05:00:00Z", null);
  }

  /** The legal aid centre's; nobody listens there. */
  private static Webhooks.Endpoint endpoint() {
    Webhooks.none();
    return Webhooks.Endpoint.of(Webhooks.add(Persona.PARTNER_SYSTEM, NOBODY_THERE));
  }

  private static Response post(Persona persona, String base, Sent sent, String step) {
    String body =
        step.equals("/cancellation") || step.equals("/entered-in-error")
            ? json(Requests.off("duplicate"))
            : json(at(LATER));
    return as(persona).header("If-Match", sent.etag()).body(body).post(base + sent.id() + step);
  }

  /** A referral to some agency, then moved to where the relation says. */
  static Sent subject(ReferralOperation operation, Persona persona, Relation relation) {
    Sent sent = Ready.of(operation, Requests::sent);
    stand(sent.caseId(), persona, relation);
    return sent;
  }

  static void stand(UUID caseId, Persona persona, Relation relation) {
    UUID someone = UUID.randomUUID();
    UUID unit = persona.unitId().orElse(Backstage.PESHAWAR);
    switch (relation) {
      case OWN -> Backstage.hand(caseId, persona.staffId().orElse(someone), unit);
      case SAME_UNIT -> Backstage.hand(caseId, someone, unit);
      case NONE, REFERRED_IN, OTHER_UNIT, SEALED ->
          Backstage.hand(caseId, someone, UUID.randomUUID());
    }
    UUID agency =
        relation == REFERRED_IN ? persona.agencyId().orElse(Backstage.LEGAL_AID) : someone;
    Backstage.execute("update referral set agency_id = ? where case_id = ?", agency, caseId);
  }

  /** Each role of the realm, by a persona who has no other. */
  private static Map<String, Persona> roles() {
    Map<String, Persona> roles = new LinkedHashMap<>();
    for (Persona persona : Persona.values()) {
      List<String> had = new ArrayList<>(persona.roles());
      if (had.size() == 1) {
        roles.putIfAbsent(had.getFirst(), persona);
      }
    }
    return roles;
  }
}
