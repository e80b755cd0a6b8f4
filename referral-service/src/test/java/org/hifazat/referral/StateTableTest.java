package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.outcome;

import io.restassured.response.Response;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every state × action × actor against the table of SDOH Clinical Care STU3,
 * TaskForReferralManagement, copied here by hand. The other doors to the same steps, secure links
 * and FHIR, have {@link StateTableOfOtherDoorsTest}; a draft, which is no referral yet, has {@link
 * DraftStateTest}.
 */
@HifazatTest(service = "referrals")
class StateTableTest {
  static final Set<String> TABLE =
      rows(
          """
          draft        requested         requester
          requested    accepted          target
          requested    rejected          target
          requested    cancelled         requester
          requested    cancelled         target
          accepted     in-progress       target
          accepted     on-hold           target
          accepted     completed         target
          accepted     failed            target
          accepted     cancelled         requester
          accepted     cancelled         target
          in-progress  on-hold           target
          in-progress  completed         target
          in-progress  failed            target
          in-progress  cancelled         requester
          in-progress  cancelled         target
          on-hold      in-progress       target
          on-hold      completed         target
          on-hold      failed            target
          on-hold      cancelled         requester
          on-hold      cancelled         target
          draft        entered-in-error  requester
          requested    entered-in-error  requester
          accepted     entered-in-error  requester
          rejected     entered-in-error  requester
          in-progress  entered-in-error  requester
          on-hold      entered-in-error  requester
          completed    entered-in-error  requester
          failed       entered-in-error  requester
          cancelled    entered-in-error  requester""");

  /** What can be asked for, and the state it leads to; none where it leads to no other. */
  enum Action {
    ACKNOWLEDGEMENT(""),
    CLAIM(""),
    RELEASE(""),
    HANDING_OVER(""),
    ACCEPTANCE("accepted"),
    REJECTION("rejected"),
    START("in-progress"),
    HOLD("on-hold"),
    COMPLETION("completed"),
    FAILURE("failed"),
    WITHDRAWAL("cancelled"),
    CANCELLATION("cancelled"),
    ENTERED_IN_ERROR("entered-in-error"),
    LOOP_CLOSURE("");

    private final String to;

    Action(String to) {
      this.to = to;
    }

    String path() {
      return this == WITHDRAWAL
          ? CANCELLATION.path()
          : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isTheSenders() {
      return ordinal() >= CANCELLATION.ordinal();
    }

    Map<String, Object> body() {
      return switch (this) {
        case ACKNOWLEDGEMENT, CLAIM, RELEASE, ACCEPTANCE, START, LOOP_CLOSURE -> at(LATER);
        case HANDING_OVER -> Map.of("reason", "On leave until Monday");
        case REJECTION, WITHDRAWAL, CANCELLATION, ENTERED_IN_ERROR -> because(LATER, "duplicate");
        case HOLD, FAILURE -> because(LATER, "at-capacity");
        case COMPLETION -> outcome(LATER, "provided");
      };
    }
  }

  /** Who asks. */
  enum Actor {
    OWNER(Persona.SOCIAL_WORKER),
    SUPERVISOR(Persona.SUPERVISOR),
    COLLEAGUE(Persona.COLLEAGUE),
    OTHER_UNITS_SUPERVISOR(Persona.OTHER_UNIT_SUPERVISOR),
    ADMINISTRATOR(Persona.COMMISSION_ADMIN),
    AGENCYS_SYSTEM(Persona.PARTNER_SYSTEM),
    AGENCYS_WORKER(Persona.PARTNER_WORKER),
    AGENCYS_WORKER_WHILE_A_COLLEAGUE_HAS_IT(Persona.PARTNER_WORKER),
    AGENCYS_SYSTEM_WHILE_A_WORKER_HAS_IT(Persona.PARTNER_SYSTEM),
    AGENCYS_WORKER_WHO_HAS_IT(Persona.PARTNER_WORKER),
    AGENCYS_WORKER_WHOM_IT_IS_MEANT_FOR(Persona.PARTNER_WORKER),
    AGENCYS_WORKER_WHILE_IT_IS_MEANT_FOR_ANOTHER(Persona.PARTNER_WORKER),
    AGENCYS_SYSTEM_WHILE_IT_IS_MEANT_FOR_ANOTHER(Persona.PARTNER_SYSTEM),
    OTHER_AGENCYS_SYSTEM(Persona.OTHER_PARTNER_SYSTEM),
    OTHER_AGENCYS_WORKER(Persona.OTHER_PARTNER_WORKER);

    final Persona persona;

    Actor(Persona persona) {
      this.persona = persona;
    }

    /** How it stands at the agency when they ask. */
    Standing standing() {
      return switch (this) {
        case AGENCYS_WORKER_WHILE_A_COLLEAGUE_HAS_IT, AGENCYS_SYSTEM_WHILE_A_WORKER_HAS_IT ->
            Standing.TAKEN;
        case AGENCYS_WORKER_WHO_HAS_IT -> Standing.TAKEN_BY_THE_WORKER;
        case AGENCYS_WORKER_WHOM_IT_IS_MEANT_FOR -> Standing.MEANT_FOR_THE_WORKER;
        case AGENCYS_WORKER_WHILE_IT_IS_MEANT_FOR_ANOTHER,
            AGENCYS_SYSTEM_WHILE_IT_IS_MEANT_FOR_ANOTHER ->
            Standing.MEANT_FOR_ANOTHER;
        default -> Standing.QUEUE;
      };
    }
  }

  /** Who has it at the agency, and who is to have it. */
  enum Standing {
    QUEUE,
    TAKEN,
    TAKEN_BY_THE_WORKER,
    MEANT_FOR_THE_WORKER,
    MEANT_FOR_ANOTHER
  }

  private static final Set<String> AT_WORK =
      Set.of("requested", "accepted", "in-progress", "on-hold");
  private static final Set<String> ANSWERED = Set.of("completed", "failed", "rejected");

  @BeforeEach
  void arrange() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
  }

  @TestFactory
  Stream<DynamicTest> everyStepOfEverySideIsAllowedExactlyWhenTheTableSaysSo() {
    return Arrays.stream(ReferralStatus.values())
        .flatMap(
            from ->
                Arrays.stream(ReferralStatus.values())
                    .flatMap(to -> Arrays.stream(Side.values()).map(side -> test(from, to, side))));
  }

  @TestFactory
  Stream<DynamicTest> everyRequestOfEverybodyInEveryStateIsAnsweredAsTheTableSays() {
    Sent sent = AddresseeTest.sentTo(AddresseeTest.WORKER);
    return Arrays.stream(ReferralStatus.values())
        .map(ReferralStatus::label)
        .flatMap(
            from ->
                Arrays.stream(Action.values())
                    .map(
                        action ->
                            DynamicTest.dynamicTest(
                                from + " + " + action, () -> attempts(sent, from, action))));
  }

  private static DynamicTest test(ReferralStatus from, ReferralStatus to, Side side) {
    String row = row(from.label(), to.label(), side.label());
    return DynamicTest.dynamicTest(
        row, () -> assertThat(from.mayBecome(to, side)).isEqualTo(TABLE.contains(row)));
  }

  /** By everybody in turn; put back where it was only when somebody was let. */
  private static void attempts(Sent sent, String from, Action action) {
    boolean untouched = false;
    Standing how = Standing.QUEUE;
    for (Actor actor : Actor.values()) {
      if (!untouched || how != actor.standing()) {
        if (untouched) {
          assertThat(standing(sent)).isEqualTo(from + " 0");
        }
        how = actor.standing();
        putBack(sent, from, how);
      }
      String expected = expected(from, action, actor);
      assertThat(answer(sent, action, actor))
          .as(from + " + " + action + " by " + actor)
          .isEqualTo(expected);
      untouched = !expected.equals("200");
      if (!untouched) {
        assertThat(standing(sent)).isEqualTo((action.to.isEmpty() ? from : action.to) + " 1");
      }
    }
    if (untouched) {
      assertThat(standing(sent)).isEqualTo(from + " 0");
    }
  }

  static void putBack(Sent sent, String status, Standing how) {
    String by =
        switch (how) {
          case TAKEN -> "somebody-else";
          case TAKEN_BY_THE_WORKER -> AddresseeTest.subject(Persona.PARTNER_WORKER);
          case QUEUE, MEANT_FOR_THE_WORKER, MEANT_FOR_ANOTHER -> null;
        };
    AddresseeTest.meantFor(
        sent.id(),
        switch (how) {
          case QUEUE, TAKEN, TAKEN_BY_THE_WORKER -> null;
          case MEANT_FOR_THE_WORKER -> AddresseeTest.WORKER;
          case MEANT_FOR_ANOTHER -> AddresseeTest.COLLEAGUE;
        });
    Backstage.execute(
        """
        update referral set status = ?, status_at = authored_at, status_code = null,
               acknowledged_at = null, claimed_by = ?, claimed_at = ?, claimed_name = null,
               packet_closed_at = null, packet_until = null, loop_closed_at = null, version = 0,
               outcome_code = case when ? = 'completed' then 'provided' end,
               outcome_at = case when ? = 'completed' then authored_at end
         where id = ?""",
        status,
        by,
        by == null ? null : LATER.atOffset(ZoneOffset.UTC),
        status,
        status,
        UUID.fromString(sent.id()));
  }

  static String standing(Sent sent) {
    return Backstage.texts(
            "select status || ' ' || version from referral where id::text = ?", sent.id())
        .getFirst();
  }

  private static String answer(Sent sent, Action action, Actor actor) {
    String base = action.isTheSenders() ? "/v1/referrals/" : "/partner/v1/referrals/";
    Response response =
        as(actor.persona)
            .header("If-Match", "\"v0\"")
            .body(json(action.body()))
            .post(base + sent.id() + "/" + action.path());
    return response.statusCode() == 200
        ? "200"
        : response.statusCode() + " " + response.<String>path("code");
  }

  /** Written by hand from who may do what, and the table. */
  private static String expected(String from, Action action, Actor actor) {
    return switch (actor) {
      case ADMINISTRATOR -> "403 forbidden";
      case COLLEAGUE -> "403 forbidden";
      case OTHER_UNITS_SUPERVISOR -> action.isTheSenders() ? "404 not-found" : "403 forbidden";
      case OTHER_AGENCYS_SYSTEM, OTHER_AGENCYS_WORKER ->
          action.isTheSenders() ? "403 forbidden" : "404 not-found";
      case OWNER, SUPERVISOR -> action.isTheSenders() ? bySender(from, action) : "403 forbidden";
      case AGENCYS_SYSTEM,
          AGENCYS_WORKER,
          AGENCYS_WORKER_WHILE_A_COLLEAGUE_HAS_IT,
          AGENCYS_SYSTEM_WHILE_A_WORKER_HAS_IT,
          AGENCYS_WORKER_WHO_HAS_IT,
          AGENCYS_WORKER_WHOM_IT_IS_MEANT_FOR,
          AGENCYS_WORKER_WHILE_IT_IS_MEANT_FOR_ANOTHER,
          AGENCYS_SYSTEM_WHILE_IT_IS_MEANT_FOR_ANOTHER -> {
        if (action.isTheSenders()) {
          yield "403 forbidden";
        }
        yield from.equals("draft") ? "404 not-found" : byAgency(from, action, actor);
      }
    };
  }

  private static String bySender(String from, Action action) {
    if (action == Action.LOOP_CLOSURE) {
      return ANSWERED.contains(from) ? "200" : "409 loop-not-open";
    }
    return TABLE.contains(row(from, action.to, "requester")) ? "200" : "409 step-not-allowed";
  }

  private static String byAgency(String from, Action action, Actor actor) {
    boolean allowed =
        action.to.isEmpty()
            ? AT_WORK.contains(from)
            : TABLE.contains(row(from, action.to, "target"));
    if (!allowed) {
      return "409 step-not-allowed";
    }
    Standing how = actor.standing();
    if (action == Action.HANDING_OVER) {
      return byWhoeverHandsOver(actor);
    }
    if (how == Standing.MEANT_FOR_ANOTHER) {
      return "409 addressed-to-another";
    }
    boolean keptOut = actor == Actor.AGENCYS_WORKER_WHILE_A_COLLEAGUE_HAS_IT;
    return switch (action) {
      case ACKNOWLEDGEMENT -> "200";
      case RELEASE ->
          how == Standing.TAKEN || how == Standing.TAKEN_BY_THE_WORKER ? "200" : "409 not-claimed";
      case CLAIM -> how == Standing.TAKEN ? "409 claimed-already" : "200";
      default -> keptOut ? "409 claimed-already" : "200";
    };
  }

  /** The agency's system administers its own people; besides it, only whom it is meant for. */
  private static String byWhoeverHandsOver(Actor actor) {
    return switch (actor.standing()) {
      case QUEUE, TAKEN, TAKEN_BY_THE_WORKER -> "409 not-addressed";
      case MEANT_FOR_THE_WORKER -> "200";
      case MEANT_FOR_ANOTHER ->
          actor == Actor.AGENCYS_SYSTEM_WHILE_IT_IS_MEANT_FOR_ANOTHER
              ? "200"
              : "409 addressed-to-another";
    };
  }

  private static Set<String> rows(String table) {
    Set<String> rows = new HashSet<>();
    table
        .lines()
        .map(String::strip)
        .map(line -> line.split(" +", -1))
        .forEach(cells -> rows.add(row(cells[0], cells[1], cells[2])));
    return rows;
  }

  static String row(String from, String to, String side) {
    return from + " → " + to + " by " + side;
  }
}
