package org.hifazat.local.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One child of the demonstration's, from the report to a referral that waits for its agency. */
public final class OneReferral {
  private static final String DISTRICT = "peshawar";
  private static final long HOURS_AGO = 4;

  private static final InventedChild CHILD =
      new InventedChild(
          "Spogmai",
          "Nawroz Gul",
          "latn",
          List.of("سپوږمۍ", "نوروز ګل"),
          "female",
          9,
          "House 7, Mohalla Anarzar",
          "0300-5500007");

  private OneReferral() {}

  /**
   * What was sent.
   *
   * @param words of the child, the place and the referral: none of them may stand in a notice
   */
  public record Sent(String agencyId, List<String> words) {}

  public static String services() {
    return "/api/referrals/v1/services?districtCode=" + DISTRICT;
  }

  public static Sent send(String address, String password)
      throws IOException, InterruptedException {
    String account = "gulalai.peshawar";
    PlannedCase planned =
        new PlannedCase(
            1,
            account,
            DISTRICT,
            CHILD,
            "walk-in",
            List.of("physical_abuse"),
            "urgent",
            Instant.now().minusSeconds(HOURS_AGO * 3600),
            1,
            1,
            2,
            2,
            false,
            -1,
            true,
            false);
    StaffSession worker = StaffSession.signIn(address, account, password);
    StaffSession supervisor = StaffSession.signIn(address, "saeed.peshawar", password);
    CaseStory.SentReferral sent =
        new CaseStory(worker, supervisor, planned)
            .play()
            .orElseThrow(() -> new IllegalStateException("no service in " + DISTRICT));
    return new Sent(
        sent.agencyId(),
        Stream.concat(
                CHILD.words().stream(),
                Stream.of(
                    DISTRICT,
                    sent.referralId(),
                    sent.agencyId(),
                    account,
                    "legal",
                    "abuse",
                    "see the family"))
            .toList());
  }
}
