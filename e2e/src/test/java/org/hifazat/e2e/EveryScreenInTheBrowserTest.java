package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.hifazat.e2e.PreparedCases.Prepared;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The screens that no other journey comes by: every section of the case file with something in it,
 * its forms open, and the pages of each role. All in three languages, at a desk and on a small
 * telephone. Each person signs in once and goes on by the application's own links.
 */
class EveryScreenInTheBrowserTest {
  /** The invented agency that has people and a system of its own. */
  private static final String LEGAL_AID = "1c5edd42-4caa-5529-a976-633af91f36e2";

  private static final String REGISTER =
      """
      source_id,given_name,father_name,sex,birth_date,age_years,district,concerns,opened_on,phone
      R-1,Torgul,Zarwali,male,,11,peshawar,child_domestic_labour,2026-01-10,
      R-2,Spinbarg,Zarwali,nobody,,eleven,peshawar,child_domestic_labour,2026-01-10,
      """;

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
  }

  @Test
  void everySectionOfTheCaseFileAndEveryPageIsReadInThreeLanguagesAndOnATelephone()
      throws Exception {
    try (Browser browser = Browser.open("en")) {
      new Tour(browser).play();
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  /** One who goes through the screens, with a case made for it. */
  private static final class Tour {
    private final Browser browser;
    private final StaffSession session;
    private final Prepared file;

    Tour(Browser browser) throws Exception {
      this.browser = browser;
      this.session = RunningPlatform.signIn("gulalai.peshawar");
      PreparedCases prepared = new PreparedCases(session, "peshawar");
      this.file = prepared.open("بادام", "تورګل", "arab");
      prepared.furnish(file);
      new PreparedCases(RunningPlatform.signIn("naila.helpline"), "peshawar")
          .report("routine", "An invented neighbour asks what can be done.");
    }

    void play() throws Exception {
      Page worker = browser.signIn("gulalai.peshawar");
      theFileOfTheCase(worker);
      somebodyWasFaster(worker);
      documents(worker);
      pagesOfAWorker(worker);
      pagesOfASupervisor(browser.signIn("saeed.peshawar"));
      pagesOfTheOthers();
    }

    private void theFileOfTheCase(Page worker) {
      browser.go(worker, "/cases/" + file.id());
      worker.getByTestId("case").waitFor();
      browser.lookEverywhere(worker, "70-case");
      part(worker, "child", "known-child", "change-child");
      part(worker, "people", "persons", "add-person");
      part(worker, "status", "separation", "show-nationality", "change-separation");
      part(worker, "consents", "standings");
      part(worker, "assessments", "instruments");
      part(worker, "plan", "case-plan", "write-plan");
      part(worker, "follow-up", "contacts", "record-contact");
      part(worker, "notes", "note", "write-note");
      part(worker, "incidents", "incident", "record-incident", "record-told");
      part(worker, "legal", "order", "record-order", "plan-hearing", "review-placement");
      part(worker, "steps", "next-steps");
      part(worker, "assignment", "owners");
      part(worker, "timeline", "told");
      part(worker, "assess", "begin-assessment");
    }

    /** A part of the case file as it is, with its forms open. */
    private void part(Page worker, String part, String testId, String... opened) {
      browser.turn(worker, "/cases/" + file.id() + "/" + part, testId);
      look(worker, "71-" + part, opened);
    }

    private void look(Page page, String name, String... opened) {
      for (String button : opened) {
        page.getByTestId(button).first().click();
      }
      browser.ready(page);
      browser.lookEverywhere(page, name);
    }

    /** A finding is recorded while somebody writes another; both are shown before one is kept. */
    private void somebodyWasFaster(Page worker) throws Exception {
      browser.turn(worker, "/cases/" + file.id() + "/incidents", "incident");
      worker.getByTestId("record-finding").first().click();
      Locator form = worker.getByTestId("finding-form");
      form.locator("select[name=finding]").selectOption("unsubstantiated");
      form.locator("textarea[name=reason]").fill("Nobody at the kiln saw it.");
      Answer incidents = session.get("/api/cases/v1/cases/" + file.id() + "/incidents").expect(200);
      session
          .change(
              "/api/cases/v1/incidents/%s/findings"
                  .formatted(incidents.json().get("items").get(0).get("id").asText()),
              incidents.json().get("items").get(0).get("etag").asText(),
              """
              {"finding":"substantiated","reason":"A doctor saw the bruises.","happenedAt":"%s"}"""
                  .formatted(Instant.now().minusSeconds(2)))
          .expect(200);
      worker.getByTestId("finding-form-send").click();
      Locator both = worker.getByTestId("overtaken");
      assertThat(both).containsText("A doctor saw the bruises.");
      assertThat(both).containsText("Nobody at the kiln saw it.");
      browser.lookEverywhere(worker, "72-somebody-was-faster");
      worker.getByTestId("take-theirs").click();
      assertThat(worker.getByTestId("incident").first())
          .hasAttribute("data-finding", "substantiated");
    }

    /** A photo taken with the telephone's camera, and looked at. */
    private void documents(Page worker) throws IOException {
      browser.turn(worker, "/cases/" + file.id() + "/documents", "add-document");
      worker.getByTestId("add-document").click();
      Locator camera = worker.getByTestId("camera");
      assertThat(camera).hasAttribute("capture", "environment");
      camera.setInputFiles(new FilePayload("photo.jpg", "image/jpeg", photo()));
      Locator form = worker.getByTestId("upload-form");
      form.locator("select[name=kind]").selectOption("photo");
      form.locator("input[name=title]").fill("The invented kiln");
      browser.lookEverywhere(worker, "73-upload");
      worker.getByTestId("upload-form-send").click();
      worker.getByTestId("show-document").click();
      assertThat(worker.getByTestId("picture")).isVisible();
      browser.lookEverywhere(worker, "74-document");
    }

    private void pagesOfAWorker(Page worker) {
      page(worker, "/", "my-day");
      page(worker, "/concerns/new", "record");
      page(worker, "/triage", "queue");
      browser.turn(worker, "/search", "child-search");
      worker.locator("input[name='names.given']").fill("Badam");
      worker.getByTestId("search").click();
      worker.getByTestId("search-results").waitFor();
      browser.lookEverywhere(worker, "75-search");
      page(worker, "/case-requests", "ask-for-case");
      page(worker, "/emergency", "take-emergency");
      page(worker, "/devices", "enrol-device");
      page(worker, "/cases", "cases");
      page(worker, "/referrals", "sent");
    }

    private void page(Page page, String path, String testId, String... opened) {
      browser.turn(page, path, testId);
      look(page, "76" + path.replace('/', '-'), opened);
    }

    private void pagesOfASupervisor(Page supervisor) {
      browser.turn(supervisor, "/imports", "upload");
      supervisor
          .locator("[data-testid=upload] input[type=file]")
          .setInputFiles(
              new FilePayload(
                  "register.csv", "text/csv", REGISTER.getBytes(StandardCharsets.UTF_8)));
      supervisor.getByTestId("check").click();
      supervisor.getByTestId("import-row").first().waitFor();
      browser.ready(supervisor);
      browser.lookEverywhere(supervisor, "77-imports");
      browser.turn(supervisor, "/cases/" + file.id() + "/steps", "next-steps");
      look(supervisor, "77-steps-of-a-supervisor");
    }

    /** Whoever is asked for help: people, systems, and the address that is told. */
    private void agencies(Page admin) {
      page(admin, "/agencies", "agency-row", "register-agency");
      admin.locator("[data-testid=agency-row][data-id='" + LEGAL_AID + "'] a").click();
      admin.getByTestId("agency-person").first().waitFor();
      admin.getByTestId("agency-system").waitFor();
      admin.locator("input[name=url]").fill("https://receiver.invalid/hook");
      admin.getByTestId("add-endpoint").click();
      admin.getByTestId("endpoint-row").waitFor();
      look(admin, "78-agency", "change-keys", "add-pair");
      admin.getByTestId("endpoint-row").locator("a").click();
      admin.getByTestId("endpoint").waitFor();
      look(admin, "78-endpoint", "rotate-key");
      admin.getByTestId("remove-endpoint").click();
      admin.getByTestId("confirm-remove").click();
      admin.getByTestId("agency-people").waitFor();
      admin.getByTestId("endpoint-row").waitFor(Browser.GONE);
    }

    private void pagesOfTheOthers() {
      page(browser.signIn("zarmina.peshawar"), "/countersignatures", "countersignatures");
      Page admin = browser.signIn("farid.admin");
      page(admin, "/directory", "staff");
      page(admin, "/staff", "staff-row", "enrol");
      admin.getByTestId("staff-row").first().locator("a").first().click();
      admin.getByTestId("member").waitFor();
      look(admin, "78-member", "change-assignment", "award", "correct-name");
      page(admin, "/services", "directory-files");
      admin.getByTestId("found-service").first().locator("a").first().click();
      look(admin, "78-keep-service", "keep-service", "add-hours");
      agencies(admin);
      page(admin, "/deadlines", "deadline-policies", "change-deadline");
      page(admin, "/packet-policies", "policies-rules", "add-rule");
      page(admin, "/referral-codes", "referral-code", "codes-status-reason", "add-code");
      page(admin, "/case-codes", "case-codes", "add-code");
      page(admin, "/case-policies", "closure-rules", "change-closure-rule");
      page(admin, "/commission-requests", "exceptions");
      page(admin, "/catalogue", "catalogue-entry");
      admin.getByTestId("catalogue-entry").first().locator("a").first().click();
      admin.getByTestId("lifecycle").waitFor();
      look(admin, "78-instrument", "try-form");
      page(browser.signIn("naila.helpline"), "/concerns", "reports");
      page(browser.signIn("hina.auditor"), "/", "auditor");
    }
  }

  private static byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(new Color(0xb8, 0x9f, 0x7a));
    brush.fillRect(0, 0, 640, 420);
    brush.setColor(new Color(0x7a, 0x3b, 0x1d));
    brush.fillRect(180, 120, 280, 240);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }
}
