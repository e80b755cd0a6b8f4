package org.hifazat.platform.testing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a test acts as; {@link Tokens#of} gives a token Keycloak signed for them.
 *
 * <p>The ids are those identity seeds for its units, demo accounts and demo agencies, so they mean
 * something to a service that has received the directory.
 */
public enum Persona {
  /** Province level: no unit. */
  HELPLINE_OPERATOR("9d34718b-10f1-5ccd-b15f-2a206cb868ac", null, null, "helpline-operator"),
  /** Peshawar's social worker: the one the others are compared with. */
  SOCIAL_WORKER("6921952c-13f6-5a36-9770-9134177b338f", Persona.PESHAWAR, null, "social-worker"),
  PROTECTION_OFFICER(
      "97a62712-6175-55ec-85cf-7a0cade13021", Persona.PESHAWAR, null, "protection-officer"),
  PSYCHOLOGIST("0a8d608b-6752-5d32-91ad-ef1921b8e583", Persona.PESHAWAR, null, "psychologist"),
  SUPERVISOR("d337183d-f7e1-544a-9b85-5c0f4b8c11b2", Persona.PESHAWAR, null, "supervisor"),
  /** Another social worker of the same unit. */
  COLLEAGUE("d2f6da6d-9a70-5889-b6e9-6b204b7f98ea", Persona.PESHAWAR, null, "social-worker"),
  OTHER_UNIT_SOCIAL_WORKER(
      "d80e630c-9538-530e-8a14-04528d2bf93d", Persona.MARDAN, null, "social-worker"),
  OTHER_UNIT_SUPERVISOR("1f3a1d1e-5903-5881-a687-b963e4c93220", Persona.MARDAN, null, "supervisor"),
  COMMISSION_MONITOR("8694b32e-356e-5327-9b82-a9deade0e6aa", null, null, "commission-monitor"),
  COMMISSION_ADMIN("11127568-bd3c-52a7-bee8-a90888b471fd", null, null, "commission-admin"),
  AUDITOR("5beff6b5-0073-5b51-9f65-967fde6b3e29", null, null, "auditor"),
  PARTNER_WORKER(null, null, Persona.LEGAL_AID, "partner-worker"),
  OTHER_PARTNER_WORKER(null, null, Persona.HOSPITAL, "partner-worker"),
  /** The legal aid centre's own system: a token for the audience hifazat-partner-api. */
  PARTNER_SYSTEM(null, null, Persona.LEGAL_AID, "partner-system"),
  OTHER_PARTNER_SYSTEM(null, null, Persona.HOSPITAL, "partner-system"),
  /** Signed in without any role: the token is for no service (no audience), they answer 401. */
  NOBODY(null, null, null);

  /** The unit of Peshawar. */
  public static final String PESHAWAR = "4968bfef-03aa-5289-b32a-f551094237e4";

  /** The unit of Mardan. */
  public static final String MARDAN = "7576ad75-32de-580b-8fbd-9ea422e0c414";

  /** The agency Peshawar Legal Aid Centre. */
  public static final String LEGAL_AID = "1c5edd42-4caa-5529-a976-633af91f36e2";

  /** The agency Mardan Medical Complex. */
  public static final String HOSPITAL = "5631d461-13d0-55aa-b616-416081f0df26";

  private final Optional<UUID> staffId;
  private final Optional<UUID> unitId;
  private final Optional<UUID> agencyId;
  private final List<String> roles;

  Persona(
      @Nullable String staffId,
      @Nullable String unitId,
      @Nullable String agencyId,
      String... roles) {
    this.staffId = Optional.ofNullable(staffId).map(UUID::fromString);
    this.unitId = Optional.ofNullable(unitId).map(UUID::fromString);
    this.agencyId = Optional.ofNullable(agencyId).map(UUID::fromString);
    this.roles = List.of(roles);
  }

  public Optional<UUID> staffId() {
    return staffId;
  }

  /** Empty at province level and for partners. */
  public Optional<UUID> unitId() {
    return unitId;
  }

  public Optional<UUID> agencyId() {
    return agencyId;
  }

  public List<String> roles() {
    return roles;
  }

  /** Whether it signs in as a program, not as a person. */
  public boolean isSystem() {
    return roles.contains("partner-system");
  }

  /** The user name or client id in the realm of the tests. */
  public String account() {
    return "test-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a person types into the realm's sign-in page. */
  public String password() {
    return RealmAdministration.SECRET;
  }
}
