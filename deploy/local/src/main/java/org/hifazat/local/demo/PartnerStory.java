package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The legal aid centre's system working through its list. */
final class PartnerStory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REFERRALS = "/partner/v1/referrals";

  private final PartnerSystem partner;
  private final Random chance;

  PartnerStory(PartnerSystem partner, long seed) {
    this.partner = partner;
    this.chance = new Random(seed);
  }

  /**
   * @return how many referrals got an answer
   */
  int answerAll() throws IOException, InterruptedException {
    int answered = 0;
    for (String id : waiting()) {
      Answer referral = partner.get(REFERRALS + "/" + id).expect(200);
      Instant at = Instant.parse(referral.json().get("authoredAt").asText()).plusSeconds(3600);
      if (at.plusSeconds(72 * 3600L).isAfter(Instant.now())) {
        continue;
      }
      answer(id, referral, at);
      answered++;
    }
    return answered;
  }

  private void answer(String id, Answer referral, Instant at)
      throws IOException, InterruptedException {
    int course = chance.nextInt(10);
    if (course == 0) {
      step(id, "rejection", referral, at, "at-capacity");
      return;
    }
    Answer accepted = step(id, "acceptance", referral, at, null);
    if (course == 1) {
      return;
    }
    Answer started = step(id, "start", accepted, at.plusSeconds(20 * 3600L), null);
    if (course == 2) {
      return;
    }
    ObjectNode completion = JSON.createObjectNode();
    completion.put("happenedAt", at.plusSeconds(70 * 3600L).toString());
    completion.putObject("outcome").put("code", course < 8 ? "provided" : "partly-provided");
    partner
        .step(REFERRALS + "/" + id + "/completion", started.etag(), completion.toString())
        .expect(200);
  }

  private Answer step(
      String id, String step, Answer before, Instant at, @Nullable String reasonCode)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("happenedAt", at.toString());
    if (reasonCode != null) {
      body.put("reasonCode", reasonCode);
    }
    return partner
        .step(REFERRALS + "/" + id + "/" + step, before.etag(), body.toString())
        .expect(200);
  }

  /** Page by page, each from the last change the page before had shown. */
  private List<String> waiting() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String since = "";
    while (true) {
      Answer page = partner.get(REFERRALS + "?limit=100" + since).expect(200);
      JsonNode items = page.json().get("items");
      for (JsonNode item : items) {
        if (item.get("status").asText().equals("requested")
            && !ids.contains(item.get("id").asText())) {
          ids.add(item.get("id").asText());
        }
      }
      if (items.size() < 100) {
        return ids;
      }
      since = "&updatedSince=" + items.get(items.size() - 1).get("lastModified").asText();
    }
  }
}
