package org.hifazat.cases.task;

/** Whom an open task is told to, and when. */
enum Escalation {
  REMINDER("reminder", "remind_at", "reminded_at"),
  SUPERVISOR("supervisor", "due_at", "escalated_at"),
  COMMISSION("commission", "commission_at", "commission_told_at");

  private final String label;
  private final String dueColumn;
  private final String doneColumn;

  Escalation(String label, String dueColumn, String doneColumn) {
    this.label = label;
    this.dueColumn = dueColumn;
    this.doneColumn = doneColumn;
  }

  String label() {
    return label;
  }

  String dueColumn() {
    return dueColumn;
  }

  String doneColumn() {
    return doneColumn;
  }
}
