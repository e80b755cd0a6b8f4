package org.hifazat.platform.security;

/** What the verification of the audit chain found. */
public sealed interface AuditVerdict {
  /**
   * Every record is where and as it was sealed.
   *
   * @param count sealed records
   * @param head hash of the last one, hexadecimal
   */
  record Intact(long count, String head) implements AuditVerdict {}

  /**
   * A record or seal was changed, removed or slipped in.
   *
   * @param position the first that does not fit
   * @param why a code: record-changed, record-missing, record-unsealed, seal-missing, chain-broken,
   *     checkpoint-mismatch, signature-invalid
   */
  record Broken(long position, String why) implements AuditVerdict {}

  /**
   * The chain ends before a checkpoint says it did.
   *
   * @param expected position of the checkpoint
   * @param found position of the last seal
   */
  record CutOff(long expected, long found) implements AuditVerdict {}
}
