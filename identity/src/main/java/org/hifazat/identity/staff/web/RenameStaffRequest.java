package org.hifazat.identity.staff.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hifazat.identity.staff.ChangeStaff.Change;

/** A name that was misspelt, or has changed; both parts anew. */
public record RenameStaffRequest(
    @NotBlank @Size(max = 100) String givenName, @NotBlank @Size(max = 100) String familyName) {

  Change change() {
    return new Change.Rename(givenName.strip(), familyName.strip());
  }
}
