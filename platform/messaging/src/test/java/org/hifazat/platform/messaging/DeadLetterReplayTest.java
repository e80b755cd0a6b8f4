package org.hifazat.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class DeadLetterReplayTest {
  private static final String DEAD = "hifazat.test.v1.messaging-test.dead-letter";

  @Inject World world;
  @Inject Troubles troubles;
  @Inject DeadLetterReplay replay;

  @ConfigProperty(name = "quarkus.management.port")
  int managementPort;

  @BeforeEach
  void nothingIsLeftFromOtherTests() {
    replay.replay(NotesChannel.CONSUMER);
  }

  @Test
  void aPoisonousEventLetsTheFollowingOnesPassAndIsAppliedOnceByReplays() {
    troubles.poison("poisonous");
    UUID poisonous = world.commit("poisonous", 1);
    // the same partition as the poisonous one would be no proof of more: offsets are per partition
    UUID following = world.commit("following", 1);
    Awaitility.await().until(() -> world.inInbox(following) == 1);
    Awaitility.await().until(() -> world.onTopic(DEAD, "poisonous").size() == 1);
    assertThat(world.applied("poisonous")).isEmpty();

    replayed().body("applied", equalTo(0)).body("putAsideAgain", equalTo(1));
    assertThat(world.onTopic(DEAD, "poisonous")).hasSize(2);

    troubles.repair("poisonous");
    replayed().body("applied", equalTo(1)).body("putAsideAgain", equalTo(0));
    assertThat(world.applied("poisonous"))
        .containsExactly(new World.Applied(poisonous, 1, "system:messaging-test"));
    replayed()
        .body("applied", equalTo(0))
        .body("alreadyApplied", equalTo(0))
        .body("putAsideAgain", equalTo(0));
    assertThat(world.appliedVersions("poisonous")).containsExactly(1L);
  }

  @Test
  void theEventsBehindAPoisonousOneOfTheSameKeyAreStillApplied() {
    troubles.fail("stuck", 5);
    world.commit("stuck", 1);
    world.commit("stuck", 2);

    Awaitility.await()
        .untilAsserted(() -> assertThat(world.appliedVersions("stuck")).containsExactly(2L));
    replayed().body("applied", equalTo(1));
    assertThat(world.appliedVersions("stuck")).containsExactly(2L, 1L);
    assertThat(world.newest("stuck")).isEqualTo(2);
  }

  @Test
  void aReplayForNobodyIsRefused() {
    given().post(command("")).then().statusCode(400);
    given().post(command("?consumer=.*")).then().statusCode(400);
  }

  @Test
  void aPageInABrowserOnThisMachineReplaysNothing() {
    given()
        .header("Origin", "https://evil.example")
        .post(command("?consumer=messaging-test"))
        .then()
        .statusCode(404);
  }

  @Test
  void lookingDoesNotReplay() {
    given().get(command("?consumer=messaging-test")).then().statusCode(405);
  }

  private ValidatableResponse replayed() {
    return given().post(command("?consumer=messaging-test")).then().statusCode(200);
  }

  private String command(String query) {
    return "http://localhost:" + managementPort + "/q/dead-letters/replay" + query;
  }
}
