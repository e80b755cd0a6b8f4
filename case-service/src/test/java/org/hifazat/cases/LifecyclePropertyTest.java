package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hifazat.cases.LifecycleCommands.Act;
import org.hifazat.cases.LifecycleCommands.Command;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random commands, allowed and not, over HTTP: the case is always where the model says it is. Two
 * thirds of them are what would bring the case on, so that most walks come to the work itself and
 * many to an end and a second beginning. Each run draws its own seed, which is printed;
 * -Dhifazat.lifecycle.seed=… does the same run again.
 */
@HifazatTest(service = "cases")
class LifecyclePropertyTest {
  private static final int SEQUENCES = Integer.getInteger("hifazat.lifecycle.sequences", 16);
  private static final int COMMANDS = Integer.getInteger("hifazat.lifecycle.commands", 40);
  private static final int AT_ONCE = 4;
  private static final long SEED =
      Long.getLong("hifazat.lifecycle.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
  private static final String AGAIN = "a second episode";
  private static final Set<String> OURS =
      Set.of(
          "consent-needed",
          "consent-refused",
          "risk-not-set",
          "registration-not-approved",
          "assessment-not-approved",
          "safety-plan-needed",
          "case-plan-not-approved",
          "review-needed");

  private enum Course {
    ONWARD,
    ASIDE,
    ANYTHING
  }

  /** Which command it becomes depends on where the case is by then. */
  private record Draw(Course course, int pick, Command anything) {
    Command on(LifecycleModel model) {
      return switch (course) {
        case ONWARD -> LifecycleGuide.onward(model, pick);
        case ASIDE -> LifecycleGuide.aside(model, pick);
        case ANYTHING -> anything;
      };
    }
  }

  private record Trial(boolean registeredTwice, boolean keepsThis, List<Draw> draws) {}

  /** A trial's case, opened; the same child's other case, when there is one. */
  private record Walk(Trial trial, String id, @Nullable String other) {}

  @Inject DataSource database;
  @Inject Deliveries deliveries;
  @Inject MatchChildren matching;

  private final LifecycleTally tally = new LifecycleTally();

  @BeforeEach
  void begin() {
    Twins.alone();
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
      List<Walk> walks = all(some, trials.stream().map(this::opened).toList());
      matching.matchAll();
      all(some, walks.stream().map(this::walked).toList());
    } finally {
      System.out.printf(
          "FIGURE lifecycle: %d walks, %d commands done, %d refused, seed %d; %s%n",
          SEQUENCES, tally.allDone(), tally.allRefused(), SEED, tally);
    }
    assertThat(tally.allRefused()).isGreaterThan(SEQUENCES);
    for (Act step :
        List.of(Act.ASSESS, Act.PLAN, Act.IMPLEMENT, Act.REVIEW, Act.REPLAN, Act.REOPEN)) {
      assertThat(tally.timesDone(step))
          .as("%s was never allowed, seed %d", step, SEED)
          .isPositive();
    }
    assertThat(tally.walksTo(LifecycleModel.IN_IMPLEMENTATION))
        .as("most walks come to the work itself, seed %d", SEED)
        .isGreaterThan(SEQUENCES / 2);
    assertThat(tally.walksTo(AGAIN))
        .as("many are closed and reopened, seed %d", SEED)
        .isGreaterThan(SEQUENCES / 4);
  }

  private static <T> List<T> all(ExecutorService some, List<Callable<T>> works) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> one : some.invokeAll(works)) {
      results.add(one.get());
    }
    return results;
  }

  private static Arbitrary<Trial> trials() {
    Arbitrary<Persona> personas =
        Arbitraries.frequency(
            Tuple.of(8, Persona.SOCIAL_WORKER),
            Tuple.of(8, Persona.SUPERVISOR),
            Tuple.of(3, Persona.OTHER_UNIT_SUPERVISOR),
            Tuple.of(1, Persona.OTHER_UNIT_SOCIAL_WORKER),
            Tuple.of(1, Persona.PROTECTION_OFFICER),
            Tuple.of(1, Persona.COLLEAGUE),
            Tuple.of(1, Persona.COMMISSION_MONITOR));
    Arbitrary<Command> anything =
        Combinators.combine(
                Arbitraries.of(Act.class),
                personas,
                Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
            .as(Command::new);
    Arbitrary<Course> courses =
        Arbitraries.frequency(
            Tuple.of(66, Course.ONWARD), Tuple.of(14, Course.ASIDE), Tuple.of(20, Course.ANYTHING));
    Arbitrary<Draw> draws =
        Combinators.combine(
                courses, Arbitraries.integers().between(0, 999_999).withoutEdgeCases(), anything)
            .as(Draw::new);
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(3, false), Tuple.of(2, true)),
            Arbitraries.of(true, false),
            draws.list().ofSize(COMMANDS))
        .as(Trial::new);
  }

  private Callable<Walk> opened(Trial trial) {
    return () -> {
      if (!trial.registeredTwice()) {
        return new Walk(trial, Casework.opened("Model"), null);
      }
      Twins twins = new Twins();
      String one = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
      return new Walk(trial, one, twins.urdu(Persona.SOCIAL_WORKER, "peshawar"));
    };
  }

  private Callable<Walk> walked(Walk walk) {
    return () -> {
      String pair =
          walk.other() == null
              ? null
              : new Twins().pair(Persona.SUPERVISOR, walk.id(), walk.other());
      Set<String> reached = new HashSet<>();
      try {
        go(walk, new LifecycleModel(new LifecycleMerge(pair, walk.trial().keepsThis())), reached);
      } finally {
        tally.walked(reached);
        leave(walk);
      }
      return walk;
    };
  }

  private void go(Walk walk, LifecycleModel model, Set<String> reached) {
    List<Command> sent = new ArrayList<>();
    try {
      for (Draw draw : walk.trial().draws()) {
        Command command = draw.on(model);
        sent.add(command);
        Response answer = LifecycleCommands.send(deliveries, walk.id(), command, model);
        if (answer != null) {
          judge(command, model, answer);
        }
        assertThat(standing(walk.id())).as("after %s", command).isEqualTo(expected(model));
        reached.add(model.state());
        if (model.episode() > 1) {
          reached.add(AGAIN);
        }
      }
    } catch (AssertionError wrong) {
      throw new AssertionError("seed %d, %s".formatted(SEED, sent), wrong);
    }
  }

  /** Nobody's load grows by what was only tried out here. */
  private static void leave(Walk walk) {
    Stream.of(walk.id(), walk.other())
        .filter(Objects::nonNull)
        .forEach(
            id ->
                Backstage.execute(
                    "update case_file set unit_id = gen_random_uuid(), owner_id = null"
                        + " where id = ?::uuid",
                    Objects.requireNonNull(id)));
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
    tally.answered(command.act(), done);
    assertThat(answer.statusCode()).as("%s", command).isLessThan(500);
    if (!LifecycleLaw.may(command, model)) {
      // Of a transfer that has ended its sides are told so.
      assertThat(answer.statusCode()).as("%s", command).isIn(403, 404, 409);
      assertThat(answer.statusCode() == 409 && !ofTransfer(command)).as("%s", command).isFalse();
    } else if (isStep(command)) {
      judgeStep(command, model, answer);
    } else {
      assertThat(done)
          .as("%s answered %s", command, answer.asString())
          .isEqualTo(LifecycleLaw.possible(command, model));
      if (done) {
        LifecycleLaw.done(command, model, answer);
      }
    }
  }

  private static boolean ofTransfer(Command command) {
    return Set.of(Act.WITHDRAW_TRANSFER, Act.DECLINE_TRANSFER, Act.ACCEPT_TRANSFER)
        .contains(command.act());
  }

  private static boolean isStep(Command command) {
    return Set.of(Act.ASSESS, Act.PLAN, Act.IMPLEMENT, Act.REVIEW, Act.REPLAN)
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
}
