package org.hifazat.cases.concern;

/** The queues of reports, each with what stands in it and by what it is ordered. */
public enum ReportOrder {
  /** All of them, whoever has waited longest first. */
  AGE("received_at", "", true),

  /** Those that wait, by when they must be triaged: urgency and age in one. */
  DUE("due_at", " and state = 'waiting'", true),

  /** Those that wait longer than they may. */
  OVERDUE("due_at", " and state = 'waiting' and due_at <= :now", false),

  /** Those whose district no unit serves. */
  UNASSIGNED("due_at", " and state = 'waiting'", false),

  /** Those referred on, by when somebody asks what became of them. */
  FOLLOW_UP("follow_up_due", " and follow_up_due is not null", false);

  private final String column;
  private final String condition;
  private final boolean ownToo;

  ReportOrder(String column, String condition, boolean ownToo) {
    this.column = column;
    this.condition = condition;
    this.ownToo = ownToo;
  }

  String column() {
    return column;
  }

  String condition() {
    return condition;
  }

  /** Whether what the caller took stands in it, whichever unit has it. */
  boolean ownToo() {
    return ownToo;
  }
}
