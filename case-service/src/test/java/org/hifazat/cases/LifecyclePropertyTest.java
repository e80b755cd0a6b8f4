package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random commands, allowed and not, over HTTP: the case is always where the model says it is. */
@HifazatTest(service = "cases")
class LifecyclePropertyTest {
  private static final int SEQUENCES = Integer.getInteger("hifazat.lifecycle.sequences", 20);
  private static final int COMMANDS = 18;
  private static final long SEED = Long.getLong("hifazat.lifecycle.seed", 20_261_121);
  private static final List<String> STATES =
      List.of("identified", "assessed", "planned", "in-implementation", "under-review", "closed");
  private static final Set<String> OURS =
      Set.of(
          "consent-needed",
          "consent-refused",
          "risk-not-set",
          "registration-not-approved",
          "assessment-not-approved");
  private static final Set<Persona> WORKERS = Set.of(Persona.SOCIAL_WORKER, Persona.SUPERVISOR);

  /** What somebody may try. */
  private enum Act {
    ASSESS,
    PLAN,
    IMPLEMENT,
    REVIEW,
    REPLAN,
    CONSENT,
    WITHDRAW_CONSENT,
    SCORE_LOW,
    SCORE_HIGH,
    LOWER,
    REQUEST_REGISTRATION,
    REQUEST_ASSESSMENT,
    APPROVE_REGISTRATION,
    APPROVE_ASSESSMENT,
    REJECT_REGISTRATION,
    PROPOSE_CLOSURE,
    APPROVE_CLOSURE,
    OVERRIDE_CLOSURE,
    REJECT_CLOSURE,
    REOPEN
  }

  private record Command(Act act, Persona by, boolean stale) {}

  private record Trial(String start, List<Command> commands) {}

  @Inject DataSource database;

  private final AtomicInteger allowed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void noSequenceOfCommandsLeadsToAStateTheModelDoesNotKnow() {
    JqwikSession.run(
        () ->
            trials().generator(SEQUENCES).stream(new Random(SEED))
                .limit(SEQUENCES)
                .map(Shrinkable::value)
                .forEach(this::run));
    System.out.printf(
        "FIGURE lifecycle: %d sequences, %d commands done, %d refused, seed %d%n",
        SEQUENCES, allowed.get(), refused.get(), SEED);
    assertThat(allowed.get()).isGreaterThan(SEQUENCES);
    assertThat(refused.get()).isGreaterThan(SEQUENCES);
  }

  private static Arbitrary<Trial> trials() {
    Arbitrary<Persona> personas =
        Arbitraries.frequency(
            Tuple.of(6, Persona.SOCIAL_WORKER),
            Tuple.of(6, Persona.SUPERVISOR),
            Tuple.of(1, Persona.COLLEAGUE),
            Tuple.of(1, Persona.OTHER_UNIT_SUPERVISOR),
            Tuple.of(1, Persona.COMMISSION_MONITOR));
    Arbitrary<Command> command =
        Combinators.combine(
                Arbitraries.of(Act.class),
                personas,
                Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
            .as(Command::new);
    return Combinators.combine(Arbitraries.of(STATES), command.list().ofSize(COMMANDS))
        .as(Trial::new);
  }

  private void run(Trial trial) {
    String id = Casework.opened("Model");
    Casework.putInto(id, trial.start());
    LifecycleModel model = new LifecycleModel(trial.start());
    for (Command command : trial.commands()) {
      Response answer = send(id, command, model);
      if (answer != null) {
        judge(command, model, answer);
      }
      Response now = Casework.nextSteps(Persona.SUPERVISOR, id);
      assertThat(now.<String>path("state"))
          .as("%s after %s", trial, command)
          .isEqualTo(model.state());
      assertThat(now.<Integer>path("episode")).as("%s", trial).isEqualTo(model.episode());
      assertThat(now.<String>path("riskLevel")).as("%s", trial).isEqualTo(model.level());
    }
  }

  /** Null for an assessment, which is an event and has no answer. */
  private @Nullable Response send(String id, Command command, LifecycleModel model) {
    Persona by = command.by();
    String etag = command.stale() ? "\"v9999\"" : Casework.etag(id);
    return switch (command.act()) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN ->
          Casework.step(by, id, etag, step(command), Instant.now());
      case CONSENT -> consent(by, id, consent("case-management", "court", Instant.now(), ""));
      case WITHDRAW_CONSENT ->
          consent(
              by,
              id,
              consent("case-management", "court", Instant.now(), "")
                  .replace("\"given\"", "\"withdrawn\""));
      case SCORE_LOW -> score(id, "low", model);
      case SCORE_HIGH -> score(id, "high", model);
      case LOWER -> lower(by, id, etag);
      case REQUEST_REGISTRATION -> Casework.request(by, id, "registration");
      case REQUEST_ASSESSMENT -> Casework.request(by, id, "assessment");
      case APPROVE_REGISTRATION -> decide(by, id, "registration", "approved", "", command);
      case APPROVE_ASSESSMENT -> decide(by, id, "assessment", "approved", "", command);
      case REJECT_REGISTRATION -> decide(by, id, "registration", "rejected", NO, command);
      case PROPOSE_CLOSURE -> Casework.propose(by, id, "court-discharged", "");
      case APPROVE_CLOSURE -> decide(by, id, "closure", "approved", "", command);
      case OVERRIDE_CLOSURE -> decide(by, id, "closure", "approved", DESPITE, command);
      case REJECT_CLOSURE -> decide(by, id, "closure", "rejected", NO, command);
      case REOPEN -> Casework.reopen(by, id, etag, Instant.now());
    };
  }

  private static final String NO = ",\"comment\":\"Not yet.\"";
  private static final String DESPITE = ",\"overrideReason\":\"Ten letters and some more.\"";

  private static String step(Command command) {
    return command.act().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static @Nullable Response score(String id, String level, LifecycleModel model) {
    Casework.assessed(id, level, Instant.now());
    model.assessed(level);
    return null;
  }

  private static Response lower(Persona by, String id, String etag) {
    String suggested =
        as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/risk").path("suggestion.assessmentId");
    return as(by)
        .header("If-Match", etag)
        .body(
            "{\"assessmentId\":\"%s\",\"happenedAt\":\"%s\",\"reason\":\"Ten letters and more.\"}"
                .formatted(
                    suggested == null ? java.util.UUID.randomUUID() : suggested, Instant.now()))
        .post("/v1/cases/" + id + "/risk-lowering");
  }

  private static Response decide(
      Persona by, String id, String kind, String decision, String more, Command command) {
    String etag = command.stale() ? "\"v9999\"" : Casework.pending(id, kind);
    return Casework.decide(by, id, kind, etag == null ? "\"v0\"" : etag, decision, more);
  }

  private void judge(Command command, LifecycleModel model, Response answer) {
    boolean done = answer.statusCode() < 300;
    (done ? allowed : refused).incrementAndGet();
    assertThat(answer.statusCode()).as("%s", command).isLessThan(500);
    if (!may(command)) {
      assertThat(answer.statusCode()).as("%s", command).isIn(403, 404);
      return;
    }
    switch (command.act()) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN -> judgeStep(command, model, answer);
      case CONSENT -> {
        assertThat(done).as("%s", command).isEqualTo(!model.isClosed());
        if (done) {
          model.consent(true);
        }
      }
      case WITHDRAW_CONSENT -> {
        assertThat(done).as("%s", command).isTrue();
        model.consent(false);
      }
      case SCORE_LOW, SCORE_HIGH -> throw new AssertionError("an event has no answer");
      case LOWER -> {
        assertThat(done).as("%s", command).isEqualTo(model.mayBeLowered() && !command.stale());
        if (done) {
          model.lowered(answer.path("riskLevel"));
        }
      }
      case REQUEST_REGISTRATION -> judgeRequest("registration", command, model, done);
      case REQUEST_ASSESSMENT -> judgeRequest("assessment", command, model, done);
      case APPROVE_REGISTRATION -> judgeDecision("registration", true, command, model, done);
      case APPROVE_ASSESSMENT -> judgeDecision("assessment", true, command, model, done);
      case REJECT_REGISTRATION -> judgeDecision("registration", false, command, model, done);
      case PROPOSE_CLOSURE -> judgeRequest("closure", command, model, done);
      case APPROVE_CLOSURE, OVERRIDE_CLOSURE ->
          judgeDecision("closure", true, command, model, done);
      case REJECT_CLOSURE -> judgeDecision("closure", false, command, model, done);
      case REOPEN -> {
        assertThat(done).as("%s", command).isEqualTo(model.isClosed() && !command.stale());
        if (done) {
          model.reopen();
        }
      }
    }
  }

  /**
   * A colleague, another unit and the Commission do nothing to the case; workers decide nothing.
   */
  private static boolean may(Command command) {
    return switch (command.act()) {
      case APPROVE_REGISTRATION,
          APPROVE_ASSESSMENT,
          REJECT_REGISTRATION,
          APPROVE_CLOSURE,
          OVERRIDE_CLOSURE,
          REJECT_CLOSURE,
          LOWER ->
          command.by() == Persona.SUPERVISOR;
      case ASSESS,
          PLAN,
          IMPLEMENT,
          REVIEW,
          REPLAN,
          CONSENT,
          WITHDRAW_CONSENT,
          SCORE_LOW,
          SCORE_HIGH,
          REQUEST_REGISTRATION,
          REQUEST_ASSESSMENT,
          PROPOSE_CLOSURE,
          REOPEN ->
          WORKERS.contains(command.by());
    };
  }

  private static void judgeStep(Command command, LifecycleModel model, Response answer) {
    String step = step(command);
    boolean done = answer.statusCode() < 300;
    Set<String> standing = model.blockers(step);
    if (command.stale()) {
      assertThat(answer.statusCode()).as("%s", command).isEqualTo(412);
    } else if (model.leadsTo(step) == null) {
      assertThat(answer.<String>path("code"))
          .as("%s", command)
          .isEqualTo(model.isClosed() ? "case-closed" : "step-not-from-here");
    } else if (done) {
      assertThat(standing).as("%s went past its gates", command).isEmpty();
      model.take(step);
    } else {
      assertThat(answer.<String>path("code")).as("%s", command).isEqualTo("step-blocked");
      Set<String> told = new HashSet<>(answer.<List<String>>path("errors.code"));
      assertThat(told).as("%s is refused for a reason", command).isNotEmpty();
      told.retainAll(OURS);
      assertThat(told).as("%s", command).isEqualTo(standing);
    }
  }

  private void judgeRequest(String kind, Command command, LifecycleModel model, boolean done) {
    assertThat(done).as("%s", command).isEqualTo(model.mayRequest(kind));
    if (done) {
      model.request(kind, command.by().name());
    }
  }

  private static void judgeDecision(
      String kind, boolean yes, Command command, LifecycleModel model, boolean done) {
    boolean possible =
        model.isPending(kind)
            && !command.stale()
            && !model.isRequestedBy(kind, command.by().name());
    boolean gated =
        kind.equals("closure") && command.act() == Act.APPROVE_CLOSURE && model.isHighRisk();
    assertThat(done).as("%s", command).isEqualTo(possible && !gated);
    if (done) {
      model.decide(kind, yes);
    }
  }
}
