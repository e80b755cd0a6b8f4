package org.hifazat.cases.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the other side reads before it answers: no name, no place. When another unit has accepted,
 * the sender reads it no more.
 */
@Entity
@Table(name = "case_transfer_content")
public class TransferContent {
  static final String REQUEST = "case_transfer_content.request";
  static final String BODY = "case_transfer_content.body";
  static final String ANSWER = "case_transfer_content.answer";
  static final String OVERRIDE = "case_transfer_content.override_text";

  @Id
  @Column(name = "transfer_id")
  private UUID transferId;

  @Column(name = "child_id")
  private UUID childId;

  @Column private String sex;

  @Column(name = "age_band")
  private String ageBand;

  @Column(name = "case_state")
  private String caseState;

  @Column(name = "risk_level")
  private @Nullable String riskLevel;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> concerns;

  @Column private byte[] request;
  @Column private byte @Nullable [] body;
  @Column private byte @Nullable [] answer;

  @Column(name = "override_code")
  private @Nullable String overrideCode;

  @Column(name = "override_text")
  private byte @Nullable [] overrideText;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "handed_over")
  private List<String> handedOver;

  @SuppressWarnings("NullAway.Init")
  protected TransferContent() {}

  /** The words, sealed with the child's key. */
  record Words(
      byte[] request,
      byte @Nullable [] body,
      @Nullable String overrideCode,
      byte @Nullable [] overrideText) {}

  static TransferContent of(
      UUID transferId, CaseFile file, String sex, String ageBand, Words words) {
    TransferContent content = new TransferContent();
    content.transferId = transferId;
    content.childId = file.childId();
    content.sex = sex;
    content.ageBand = ageBand;
    content.caseState = file.state();
    content.riskLevel = file.riskLevel().map(RiskLevel::label).orElse(null);
    content.concerns = List.copyOf(file.concerns());
    content.request = words.request();
    content.body = words.body();
    content.overrideCode = words.overrideCode();
    content.overrideText = words.overrideText();
    content.handedOver = List.of();
    return content;
  }

  void answered(byte @Nullable [] words, List<String> items) {
    answer = words;
    handedOver = List.copyOf(items);
  }

  UUID childId() {
    return childId;
  }

  public String sex() {
    return sex;
  }

  public String ageBand() {
    return ageBand;
  }

  public String caseState() {
    return caseState;
  }

  public Optional<String> riskLevel() {
    return Optional.ofNullable(riskLevel);
  }

  public List<String> concerns() {
    return concerns;
  }

  byte[] request() {
    return request;
  }

  byte @Nullable [] body() {
    return body;
  }

  byte @Nullable [] answer() {
    return answer;
  }

  public Optional<String> overrideCode() {
    return Optional.ofNullable(overrideCode);
  }

  byte @Nullable [] overrideText() {
    return overrideText;
  }

  public List<String> handedOver() {
    return handedOver;
  }
}
