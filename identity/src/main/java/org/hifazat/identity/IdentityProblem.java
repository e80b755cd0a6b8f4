package org.hifazat.identity;

import org.hifazat.platform.web.ProblemType;

/** What this service may answer when it refuses. The codes are part of the contract. */
public enum IdentityProblem implements ProblemType {
  ROLE_UNKNOWN(422, "role-unknown", "There is no such role for staff"),
  ROLES_NOT_COMBINABLE(422, "roles-not-combinable", "These roles may not be held by one person"),
  UNIT_REQUIRED(422, "unit-required", "These roles work in a unit"),
  UNIT_NOT_ALLOWED(422, "unit-not-allowed", "This role works at province level, in no unit"),
  UNIT_UNKNOWN(422, "unit-unknown", "There is no such unit"),
  SUPERVISOR_UNKNOWN(
      422, "supervisor-unknown", "The supervisor is no active supervisor of the unit"),
  DISTRICT_UNKNOWN(422, "district-unknown", "There is no such district"),
  IN_THE_FUTURE(422, "in-the-future", "The day given has not come yet"),
  VALIDITY_ENDS_BEFORE_IT_BEGINS(
      422, "validity-ends-before-it-begins", "The last day of validity must follow the first"),
  KEYS_NOT_USABLE(
      422, "keys-not-usable", "The key set must hold public RSA (2048 bits) or EC keys only"),
  USERNAME_TAKEN(409, "username-taken", "Somebody has this user name"),
  USERNAME_RESERVED(422, "username-reserved", "User names that begin so are kept for systems"),
  CLIENT_ID_TAKEN(409, "client-id-taken", "Another system has this client id"),
  ADMINISTRATOR_EXISTS(409, "administrator-exists", "There is an administrator who has signed in"),
  ALREADY_INACTIVE(409, "already-inactive", "This person is not active"),
  ALREADY_ACTIVE(409, "already-active", "This person is active"),
  ACCOUNT_NOT_READY(409, "account-not-ready", "The account is still being made. Try again"),
  ACCOUNT_NOT_OURS(
      409, "account-not-ours", "An account of this name was there before and is not this person's");

  private final int status;
  private final String code;
  private final String title;

  IdentityProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
