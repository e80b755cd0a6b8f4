package org.hifazat.referral.packet.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.packet.PacketRules;
import org.jspecify.annotations.Nullable;

/** What may go into a packet for a kind of service. */
@Path("/v1/packet-rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PacketRuleResource {
  private final PacketRules rules;
  private final ServiceDirectory directory;
  private final CareWithPackets care;

  PacketRuleResource(PacketRules rules, ServiceDirectory directory, CareWithPackets care) {
    this.rules = rules;
    this.directory = directory;
    this.care = care;
  }

  /**
   * @param level service, sensitive, clinical or status
   * @param release included, offered, with-reason, on-order or never
   * @param yours whether the caller is one of those who may release it
   */
  public record RuleView(
      String kind, String level, ReferralCodes.Name name, String release, boolean yours) {}

  public record RuleList(List<RuleView> items) {}

  /** With the agency, as the stricter of the two says: the service's kind, and the agency's. */
  @GET
  @Performs("READ_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RuleList.class)))
  @APIResponse(responseCode = "422", ref = "Problem422")
  public RuleList of(
      @QueryParam("category") @NotNull @Nullable @Size(max = 60) String category,
      @QueryParam("agencyId") @Nullable UUID agencyId) {
    String service = category == null ? "*" : category;
    String agency =
        agencyId == null
            ? service
            : directory
                .listing(agencyId)
                .orElseThrow(() -> new ProblemException(ReferralProblem.AGENCY_UNKNOWN));
    return new RuleList(rules.of(service, agency).stream().map(this::view).toList());
  }

  private RuleView view(PacketRules.Kind kind) {
    boolean yours =
        switch (kind.release()) {
          case NEVER -> false;
          case ON_ORDER -> care.releasesOnOrder() && (!kind.isClinical() || care.handlesClinical());
          case INCLUDED, OFFERED, WITH_REASON -> !kind.isClinical() || care.handlesClinical();
        };
    return new RuleView(kind.kind(), kind.level(), kind.name(), kind.release().label(), yours);
  }
}
