package org.hifazat.referral.thread.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.thread.WriteMessage;
import org.jspecify.annotations.Nullable;

/**
 * @param name what whoever writes is called where they work
 * @param attachments ids of those that were sent whole and are to go with it
 */
public record MessageRequest(
    @NotBlank @Size(max = 4000) String text,
    @Nullable @Size(min = 1, max = 120) String name,
    @Nullable @Size(max = 10) List<@NotNull UUID> attachments) {

  WriteMessage.Command command(UUID referralId) {
    return new WriteMessage.Command(
        referralId, text, name, attachments == null ? List.of() : attachments);
  }
}
