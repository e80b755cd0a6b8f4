package org.hifazat.cases.concern;

/** What may come of triaging a report. */
public sealed interface Triage {
  record Decided() implements Triage {}

  record AlreadyTriaged() implements Triage {}

  record BeforeItWasReceived() implements Triage {}
}
