package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class KeycloakOutageTest {

  @Inject ProvisioningTasks tasks;

  @AfterEach
  void mend() {
    KeycloakLine.mend();
  }

  @Test
  void whoeverIsEnrolledWhileKeycloakIsAwayHasAnAccountWhenItIsBack() {
    Awaitility.await().until(() -> tasks.waiting() == 0);
    String username = Enrolment.username();
    KeycloakLine.cut();

    String id =
        Http.creating(Persona.COMMISSION_ADMIN, Enrolment.socialWorkerOfPeshawar(username))
            .post("/v1/staff")
            .then()
            .statusCode(201)
            .extract()
            .path("staffId");
    Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":false}")
        .post("/v1/staff/" + id + "/temporary-password")
        .then()
        .statusCode(503)
        .body("code", equalTo("service-unavailable"));
    assertThat(tasks.waiting()).isEqualTo(1);
    KeycloakLine.mend();

    Awaitility.await().until(() -> tasks.waiting() == 0);
    String password =
        Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":true}")
            .post("/v1/staff/" + id + "/temporary-password")
            .then()
            .statusCode(200)
            .extract()
            .path("temporaryPassword");
    assertThatThrownBy(() -> Tokens.ofAccount(username, password))
        .hasMessageContaining("not fully set up");
  }
}
