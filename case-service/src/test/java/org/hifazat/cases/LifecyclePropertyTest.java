package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hifazat.cases.LifecycleCommands.Act;
import org.hifazat.cases.LifecycleCommands.Command;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random commands, allowed and not, over HTTP: the case is always where the model says it is. Each
 * run draws its own seed, which is printed; -Dhifazat.lifecycle.seed=… does the same run again.
 */
@HifazatTest(service = "cases")
class LifecyclePropertyTest {
  private static final int SEQUENCES = Integer.getInteger("hifazat.lifecycle.sequences", 40);
  private static final int COMMANDS = Integer.getInteger("hifazat.lifecycle.commands", 15);
  private static final int AT_ONCE = 4;
  private static final long SEED =
      Long.getLong("hifazat.lifecycle.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
  private static final List<String> STATES =
      List.of("identified", "assessed", "planned", "in-implementation", "under-review", "closed");
  private static final Set<String> OURS =
      Set.of(
          "consent-needed",
          "consent-refused",
          "risk-not-set",
          "registration-not-approved",
          "assessment-not-approved");

  private record Trial(String start, List<Command> commands) {}

  @Inject DataSource database;
  @Inject Deliveries deliveries;

  private final AtomicInteger allowed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
  }

  @Test
  void noSequenceOfCommandsLeadsToAStateTheModelDoesNotKnow() throws Exception {
    List<Trial> trials = new ArrayList<>();
    JqwikSession.run(
        () ->
            trials().generator(SEQUENCES).stream(new Random(SEED))
                .limit(SEQUENCES)
                .map(Shrinkable::value)
                .forEach(trials::add));
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<?> one : trials.stream().map(trial -> some.submit(() -> run(trial))).toList()) {
        one.get();
      }
    } finally {
      System.out.printf(
          "FIGURE lifecycle: %d sequences, %d commands done, %d refused, seed %d%n",
          SEQUENCES, allowed.get(), refused.get(), SEED);
    }
    assertThat(allowed.get()).isGreaterThan(SEQUENCES);
    assertThat(refused.get()).isGreaterThan(SEQUENCES);
  }

  private static Arbitrary<Trial> trials() {
    Arbitrary<Persona> personas =
        Arbitraries.frequency(
            Tuple.of(8, Persona.SOCIAL_WORKER),
            Tuple.of(8, Persona.SUPERVISOR),
            Tuple.of(3, Persona.OTHER_UNIT_SUPERVISOR),
            Tuple.of(1, Persona.PROTECTION_OFFICER),
            Tuple.of(1, Persona.COLLEAGUE),
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
    int done = 0;
    try {
      for (Command command : trial.commands()) {
        done++;
        Response answer = LifecycleCommands.send(deliveries, id, command, model);
        if (answer != null) {
          judge(command, model, answer);
        }
        assertThat(standing(id)).as("after %s", command).isEqualTo(expected(model));
      }
    } catch (AssertionError wrong) {
      throw new AssertionError(
          "seed %d, from %s, %s".formatted(SEED, trial.start(), trial.commands().subList(0, done)),
          wrong);
    } finally {
      // Nobody's load grows by what was only tried out here.
      Backstage.execute(
          "update case_file set unit_id = gen_random_uuid(), owner_id = null where id = ?::uuid",
          id);
    }
  }

  private static List<String> standing(String id) {
    return Backstage.texts(
        """
        select unnest(array[state, episode::text, coalesce(risk_level, 'not set'), unit_id::text, owner_id::text,
                            (named_ids is not null)::text]) from case_file where id = ?::uuid""",
        id);
  }

  private static List<String> expected(LifecycleModel model) {
    String level = model.level();
    return List.of(
        model.state(),
        String.valueOf(model.episode()),
        level == null ? "not set" : level,
        model.unit(),
        model.owner().staffId().orElseThrow().toString(),
        String.valueOf(model.isSealed()));
  }

  private void judge(Command command, LifecycleModel model, Response answer) {
    boolean done = answer.statusCode() < 300;
    (done ? allowed : refused).incrementAndGet();
    assertThat(answer.statusCode()).as("%s", command).isLessThan(500);
    if (!may(command, model)) {
      // Of a transfer that has ended its sides are told so.
      assertThat(answer.statusCode()).as("%s", command).isIn(403, 404, 409);
      assertThat(answer.statusCode() == 409 && !ofTransfer(command)).as("%s", command).isFalse();
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
      case ASSIGN -> {
        assertThat(done)
            .as("%s", command)
            .isEqualTo(model.mayBeGivenTo(LifecycleCommands.TAKER) && !command.stale());
        if (done) {
          model.giveTo(LifecycleCommands.TAKER);
        }
      }
      case PROPOSE_TRANSFER -> {
        assertThat(done).as("%s", command).isEqualTo(model.mayPropose(command.by()));
        if (done) {
          model.propose(command.by());
        }
      }
      case WITHDRAW_TRANSFER, DECLINE_TRANSFER -> {
        assertThat(done).as("%s", command).isEqualTo(!command.stale());
        if (done) {
          model.transferEnded();
        }
      }
      case ACCEPT_TRANSFER -> {
        assertThat(done).as("%s", command).isEqualTo(!command.stale());
        if (done) {
          model.accepted(command.by());
        }
      }
      case SEAL -> {
        assertThat(done).as("%s", command).isEqualTo(!command.stale() && !model.isOnItsWay());
        if (done) {
          model.seal(command.by());
        }
      }
      case UNSEAL -> {
        assertThat(done).as("%s", command).isEqualTo(!command.stale() && model.isSealed());
        if (done) {
          model.unseal();
        }
      }
    }
  }

  /**
   * Who works on the case now does its work, who supervises it decides; of a sealed one, who is
   * named.
   */
  private static boolean may(Command command, LifecycleModel model) {
    Persona by = command.by();
    return switch (command.act()) {
      case APPROVE_REGISTRATION,
          APPROVE_ASSESSMENT,
          REJECT_REGISTRATION,
          APPROVE_CLOSURE,
          OVERRIDE_CLOSURE,
          REJECT_CLOSURE,
          LOWER,
          ASSIGN,
          SEAL,
          UNSEAL ->
          model.supervises(by);
      case WITHDRAW_TRANSFER -> model.mayWithdraw(by);
      case DECLINE_TRANSFER, ACCEPT_TRANSFER -> model.mayAnswer(by);
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
          PROPOSE_TRANSFER,
          REOPEN ->
          model.works(by);
    };
  }

  private static boolean ofTransfer(Command command) {
    return Set.of(Act.WITHDRAW_TRANSFER, Act.DECLINE_TRANSFER, Act.ACCEPT_TRANSFER)
        .contains(command.act());
  }

  private static void judgeStep(Command command, LifecycleModel model, Response answer) {
    String step = LifecycleCommands.step(command);
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
    boolean overridable = model.isHighRisk() || model.state().equals("under-review");
    boolean gated =
        yes
            && kind.equals("closure")
            && (model.isOnItsWay() || (command.act() == Act.APPROVE_CLOSURE && overridable));
    assertThat(done).as("%s", command).isEqualTo(possible && !gated);
    if (done) {
      model.decide(kind, yes);
    }
  }
}
