package org.hifazat.referral.thread.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.hifazat.referral.thread.UploadAttachment;
import org.jspecify.annotations.Nullable;

/**
 * A file that is about to be sent in pieces.
 *
 * @param kind which kind of item of a packet it is: needed from the sender of the referral, whose
 *     files go by the rules of the packet
 * @param because the reason, where the kind goes for one only
 * @param orderId the order of the case, where the kind goes on one only
 * @param mediaType one of those taken: PDF, JPEG, PNG, DOCX, and recordings of phones
 * @param size at most 10 MB
 * @param sha256 of the whole, lower-case hex
 */
public record AttachmentRequest(
    @Nullable @Size(min = 1, max = 60) String kind,
    @Nullable @Size(min = 1, max = 500) String because,
    @Nullable UUID orderId,
    @Nullable @Size(min = 1, max = 200) String title,
    @NotNull @Size(min = 1, max = 100) String mediaType,
    @NotNull @Min(1) @Max(UploadAttachment.MOST) Integer size,
    @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

  UploadAttachment.Command command(UUID referralId) {
    return new UploadAttachment.Command(
        referralId, kind, because, orderId, title, mediaType, size, sha256);
  }
}
