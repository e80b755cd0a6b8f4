package org.hifazat.referral.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.referral.requests.ReferralTold.What;

/**
 * What a message says: type, when, which referral and where the agency reads it. Whoever opens it
 * on its way learns nothing of a child.
 */
@ApplicationScoped
class MessageWriter {
  static final String TEST = "endpoint.test";

  private final ObjectMapper json;
  private final String referrals;

  MessageWriter(ObjectMapper json, WebhookConfig config) {
    this.json = json;
    this.referrals = config.publicUrl().replaceAll("/+$", "") + "/partner/v1/referrals/";
  }

  /** Names as Standard Webhooks has them: full stops between, underscores within. */
  static String type(What what) {
    return switch (what) {
      case REQUESTED -> "referral.requested";
      // To a system it is a step as any other: it reads which.
      case MOVED, CALLED_OFF -> "referral.moved";
      case LOOP_CLOSED -> "referral.loop_closed";
      case REMINDED -> "referral.reminded";
      case OVERDUE -> "referral.overdue";
      case PACKET_CLOSED, CLOSED_UNREAD -> "referral.packet_closed";
      case MESSAGE_ADDED -> "referral.message_added";
      case FEEDBACK_WITHDRAWN -> "referral.feedback_withdrawn";
      case RETURN_ANSWERED -> "referral.return_answered";
      case FEEDBACK_RELEASED -> "referral.feedback_released";
      case HANDED_OVER -> "referral.handed_over";
    };
  }

  byte[] of(String type, Instant at, UUID referral) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("referralId", referral.toString());
    data.put("url", referrals + referral);
    return bytes(type, at, data);
  }

  byte[] test(Instant at) {
    return bytes(TEST, at, Map.of());
  }

  private byte[] bytes(String type, Instant at, Map<String, Object> data) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("timestamp", at.toString());
    message.put("data", data);
    try {
      return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A message could not be written", impossible);
    }
  }
}
