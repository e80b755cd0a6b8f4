package org.hifazat.identity.me.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.Names;
import org.hifazat.identity.agency.Agency;
import org.hifazat.identity.me.Me;
import org.hifazat.identity.staff.HeldCertificates;
import org.hifazat.identity.unit.Units;
import org.hifazat.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param staffId absent for people of a partner agency
 * @param displayName name colleagues see; the agency's English name for a partner
 * @param roles as in the token
 * @param certificate the one that counts, or the last that did
 */
public record MeView(
    @Nullable UUID staffId,
    @Schema(required = true) String displayName,
    @Schema(required = true) List<String> roles,
    @Nullable UnitPart unit,
    @Nullable CertificatePart certificate,
    @Nullable AgencyPart agency) {

  public record UnitPart(
      @Schema(required = true) UUID id,
      @Schema(required = true) Names name,
      @Schema(required = true) List<String> districtCodes) {}

  /**
   * @param current whether it counts today: without one nobody may own a case
   * @param endsSoon whether it does, and its last day is near: a renewal should be on its way
   */
  public record CertificatePart(
      @Schema(required = true) int level,
      @Schema(required = true) LocalDate validTo,
      @Schema(required = true) boolean current,
      @Schema(required = true) boolean endsSoon) {}

  public record AgencyPart(@Schema(required = true) UUID id, @Schema(required = true) Names name) {}

  static MeView of(Me.Person person, Caller caller) {
    List<String> roles = caller.roles().stream().sorted().toList();
    return switch (person) {
      case Me.Person.OfStaff member ->
          new MeView(
              member.known().staff().id(),
              member.known().displayName(),
              roles,
              member.unit().map(MeView::unit).orElse(null),
              member.known().certificate().map(MeView::certificate).orElse(null),
              null);
      case Me.Person.OfAgency member ->
          new MeView(
              null, member.agency().names().en(), roles, null, null, agency(member.agency()));
    };
  }

  private static UnitPart unit(Units.Known known) {
    return new UnitPart(known.unit().id(), known.unit().names(), known.districtCodes());
  }

  private static CertificatePart certificate(HeldCertificates.Held held) {
    return new CertificatePart(held.level(), held.validTo(), held.current(), held.endsSoon());
  }

  private static AgencyPart agency(Agency agency) {
    return new AgencyPart(agency.id(), agency.names());
  }
}
