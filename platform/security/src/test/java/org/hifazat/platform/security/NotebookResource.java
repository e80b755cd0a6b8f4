package org.hifazat.platform.security;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

@Path("/notes")
@Authenticated
public class NotebookResource {
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  NotebookResource(Access access, AuditLog audit, CallerContext callers) {
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  @GET
  @Performs("LIST_NOTES")
  public String list() {
    return callers.current().toString();
  }

  /** The relation comes with the path, so that a test can try each. */
  @GET
  @Path("{id}/{relation}")
  @Performs("READ_NOTE")
  @Transactional
  public String read(@PathParam("id") UUID id, @PathParam("relation") Relation relation) {
    audit.read("READ_NOTE", "note", id);
    access.require(NotebookOperation.READ_NOTE, relation, "note", id);
    return "text";
  }

  @POST
  @Path("{id}/seal")
  @Performs("SEAL_NOTE")
  @Transactional
  public void seal(@PathParam("id") UUID id) {
    access.require(NotebookOperation.SEAL_NOTE, Relation.OWN);
    audit.performed("SEAL_NOTE", "note", id, "reason:court-order");
  }

  @POST
  @Path("{id}/export")
  @Performs("EXPORT_NOTE")
  @Transactional
  public void export(@PathParam("id") UUID id) {
    access.require(NotebookOperation.EXPORT_NOTE, Relation.OWN, "note", id);
    audit.performed("EXPORT_NOTE", "note", id);
  }

  /** Reading, but of a sealed note: only the command knows that. */
  @GET
  @Path("{id}/sealed")
  @Performs("READ_NOTE")
  @Transactional
  public String readSealed(@PathParam("id") UUID id) {
    access.require(NotebookOperation.OPEN_SEALED_NOTE, Relation.SEALED, "note", id);
    audit.read("OPEN_SEALED_NOTE", "note", id);
    return "sealed text";
  }
}
