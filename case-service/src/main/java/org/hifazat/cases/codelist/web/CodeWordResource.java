package org.hifazat.cases.codelist.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;

/** What the Commission calls codes, where that is not what the platform came with. */
@Path("/v1/code-words")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CodeWordResource {
  private final CodeLists lists;

  CodeWordResource(CodeLists lists) {
    this.lists = lists;
  }

  /** A code in the Commission's words. */
  public record CodeWord(String list, String code, String nameEn, String nameUr, String namePs) {}

  @GET
  @Performs("LIST_CODES")
  public Page<CodeWord> all() {
    return Page.all(
        lists.laidDown().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(CodeWordResource::word)
            .toList());
  }

  private static CodeWord word(Map.Entry<String, List<String>> entry) {
    String id = entry.getKey();
    int point = id.indexOf('.');
    List<String> names = entry.getValue();
    return new CodeWord(
        id.substring(0, point), id.substring(point + 1), names.get(0), names.get(1), names.get(2));
  }
}
