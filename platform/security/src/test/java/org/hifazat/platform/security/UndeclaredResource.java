package org.hifazat.platform.security;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint somebody forgot to declare. */
@Path("/undeclared")
@Authenticated
@IfBuildProperty(name = "notebook.resources", stringValue = "one-undeclared")
public class UndeclaredResource {
  @GET
  public String open() {
    return "open";
  }
}
