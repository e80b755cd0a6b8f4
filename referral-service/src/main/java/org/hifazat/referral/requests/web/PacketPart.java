package org.hifazat.referral.requests.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.packet.ReleaseItems;
import org.hifazat.referral.requests.PacketDraft;
import org.jspecify.annotations.Nullable;

/**
 * What the agency is to know.
 *
 * @param caseCode may be left out: the agency gets the case's own number in any event
 * @param attention whom at the agency it is meant for
 * @param items what is released besides, as the rules of the kind of service allow
 */
public record PacketPart(
    @Nullable @Size(max = 40) String caseCode,
    @NotNull @Pattern(regexp = "0-5|6-11|12-14|15-17|18\\+") String ageBand,
    @NotNull @Pattern(regexp = "female|male|x") String sex,
    @NotBlank @Size(max = 20) String language,
    @NotBlank @Size(max = 500) String safeContact,
    @Nullable @Size(min = 1, max = 1000) String safetyWarnings,
    @NotBlank @Size(max = 4000) String requestText,
    @Nullable @Size(min = 1, max = 120) String attention,
    @Nullable @Size(max = 20) List<@NotNull @Valid ItemPart> items) {

  /**
   * @param because the reason, where the rules ask for one
   * @param orderId the order in force of the case, where the rules ask for one
   */
  public record ItemPart(
      @NotBlank @Size(max = 60) String kind,
      @NotBlank @Size(max = 4000) String text,
      @Nullable @Size(min = 3, max = 1000) String because,
      @Nullable UUID orderId) {

    /** Blanks are no reason and no order. */
    ReleaseItems.Wanted wanted() {
      String said = because;
      return new ReleaseItems.Wanted(
          kind, text, said == null || said.isBlank() ? null : said.strip(), orderId);
    }
  }

  PacketDraft draft() {
    List<ItemPart> parts = items;
    return new PacketDraft(
        ageBand,
        sex,
        language,
        safeContact,
        safetyWarnings,
        requestText,
        attention,
        parts == null ? List.of() : parts.stream().map(ItemPart::wanted).toList());
  }
}
