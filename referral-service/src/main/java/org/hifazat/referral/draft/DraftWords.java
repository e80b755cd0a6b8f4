package org.hifazat.referral.draft;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.packet.PacketRules;

/**
 * What a draft says, encrypted under the case's key. What a psychologist wrote into it, colleagues
 * neither read nor write: they keep it as it is, or take it out.
 */
@ApplicationScoped
class DraftWords {
  private final FieldCipher cipher;
  private final ObjectMapper json;
  private final PacketRules rules;
  private final CareWithPackets care;

  DraftWords(FieldCipher cipher, ObjectMapper json, PacketRules rules, CareWithPackets care) {
    this.cipher = cipher;
    this.json = json;
    this.rules = rules;
    this.care = care;
  }

  byte[] seal(UUID caseId, UUID draftId, DraftContent content) {
    try {
      return cipher.encrypt(caseId, Draft.CONTENT, draftId, json.writeValueAsString(content));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a draft cannot be written", fault);
    }
  }

  DraftContent open(Draft draft) {
    String text = cipher.decrypt(draft.caseId(), Draft.CONTENT, draft.id(), draft.content());
    try {
      // the version beside this one, or the next after it was taken back, may have kept more
      return json.readerFor(DraftContent.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a draft cannot be read");
    }
  }

  /** As the caller reads it. */
  @Transactional(MANDATORY)
  DraftContent shown(DraftContent content) {
    if (care.handlesClinical() || content.items().isEmpty()) {
      return content;
    }
    Set<String> clinical = rules.clinicalKinds();
    return content.withItems(item -> clinical.contains(item.kind()) ? item.withoutWords() : item);
  }

  /**
   * As the caller may keep it.
   *
   * @param before what stood there
   * @throws ProblemException item-twice, clinical-by-psychologist
   */
  @Transactional(MANDATORY)
  DraftContent kept(DraftContent wanted, List<DraftContent.Item> before) {
    // Of two of a kind a colleague, who reads neither, could not keep both.
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < wanted.items().size(); place++) {
      if (!seen.add(wanted.items().get(place).kind())) {
        throw refused(ReferralProblem.ITEM_TWICE, place);
      }
    }
    if (care.handlesClinical() || wanted.items().isEmpty()) {
      return wanted;
    }
    Set<String> clinical = rules.clinicalKinds();
    for (int place = 0; place < wanted.items().size(); place++) {
      DraftContent.Item item = wanted.items().get(place);
      if (clinical.contains(item.kind()) && item.hasWords()) {
        throw refused(ReferralProblem.CLINICAL_BY_PSYCHOLOGIST, place);
      }
    }
    return wanted.withItems(
        item ->
            before.stream()
                .filter(one -> clinical.contains(item.kind()) && one.kind().equals(item.kind()))
                .findFirst()
                .orElse(item));
  }

  private static ProblemException refused(ReferralProblem problem, int place) {
    return new ProblemException(problem, new Violation("/packet/items/" + place, problem.code()));
  }
}
