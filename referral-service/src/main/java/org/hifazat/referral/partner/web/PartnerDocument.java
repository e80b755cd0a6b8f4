package org.hifazat.referral.partner.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.hifazat.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document what every operation of the partner API has in common: the
 * refusal of too many requests, and examples of what is sent and answered.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = PartnerDocument.LAST)
public class PartnerDocument implements OASFilter {
  /** After the problems common to all: in which order they are written is part of the file. */
  static final int LAST = -1;

  private static final String TOO_MANY = "PartnerProblem429";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PAGE = "Page";
  private static final String ANYWHERE = "";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addResponse(TOO_MANY, tooMany());
    Map<String, Object> examples = examples();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              item.getOperations().values().forEach(PartnerDocument::isNoText);
              if (path.startsWith("/partner/v1/") || path.startsWith("/v1/hsds/")) {
                item.getOperations().values().forEach(one -> complete(path, one, examples));
              }
            });
  }

  /** A body that is read as text is documented as the resource it holds, not as both. */
  private static void isNoText(Operation operation) {
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      operation.getRequestBody().getContent().getMediaTypes().values().stream()
          .map(MediaType::getSchema)
          .filter(schema -> schema != null && schema.getRef() != null)
          .forEach(schema -> schema.setType(null));
    }
  }

  private static void complete(String path, Operation operation, Map<String, Object> examples) {
    operation
        .getResponses()
        .addAPIResponse(
            "429", OASFactory.createAPIResponse().ref("#/components/responses/" + TOO_MANY));
    String here = " of " + path;
    if (operation.getRequestBody() != null) {
      exemplify(
          operation.getRequestBody().getContent(), examples, List.of(here, " sent", ANYWHERE));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> exemplify(response.getContent(), examples, List.of(here, ANYWHERE)));
  }

  private static void exemplify(
      @Nullable Content content, Map<String, Object> examples, List<String> places) {
    if (content == null || content.getMediaTypes() == null) {
      return;
    }
    content
        .getMediaTypes()
        .values()
        .forEach(
            media ->
                Optional.ofNullable(media.getSchema())
                    .map(Schema::getRef)
                    .filter(ref -> ref.startsWith(SCHEMAS))
                    .map(ref -> example(ref.substring(SCHEMAS.length()), examples, places))
                    .ifPresent(media::setExample));
  }

  /** The first of the schema's examples that is for one of the places, or a page of one. */
  private static @Nullable Object example(
      String schema, Map<String, Object> examples, List<String> places) {
    for (String place : places) {
      Object own = examples.get(schema + place);
      if (own != null) {
        return own;
      }
    }
    Object item = schema.startsWith(PAGE) ? examples.get(schema.substring(PAGE.length())) : null;
    return item == null ? null : Map.of("items", List.of(item));
  }

  private static Map<String, Object> examples() {
    try (InputStream file = PartnerDocument.class.getResourceAsStream("/partner-examples.json")) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file), new TypeReference<Map<String, Object>>() {});
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static APIResponse tooMany() {
    return OASFactory.createAPIResponse()
        .description(
            "More requests than the client may make in a window. RateLimit-Policy and RateLimit"
                + " are on every answer.")
        .addHeader("Retry-After", header("Seconds until there may be requests again."))
        .addHeader("RateLimit-Policy", header("Requests (q) in a window of seconds (w)."))
        .addHeader("RateLimit", header("Requests left (r), seconds until the next window (t)."))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"))));
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
  }
}
