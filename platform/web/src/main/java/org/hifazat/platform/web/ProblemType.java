package org.hifazat.platform.web;

/**
 * One kind of refusal or fault as clients see it (RFC 9457). Each service has one enum of these;
 * codes are stable and unique within it.
 */
public interface ProblemType {

  /** HTTP status, 400 to 599. */
  int status();

  /** Stable kebab-case code; also the last part of the problem's type URI. */
  String code();

  /** Short English sentence for people; never contains data of the request. */
  String title();
}
