package org.hifazat.referral.interop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.webhook.WebhookConfig;
import org.jspecify.annotations.Nullable;

/** What is served as FHIR, where, and how what was found is listed. */
@ApplicationScoped
public class FhirServer {
  private static final String BASE = "/partner/v1/fhir/R4/";

  private final WebhookConfig config;
  private final FhirWords words;

  FhirServer(WebhookConfig config, FhirWords words) {
    this.config = config;
    this.words = words;
  }

  public String url(String path) {
    return config.publicUrl() + BASE + path;
  }

  /**
   * @param self the search as it was asked, as in Task?status=requested
   * @param next the same with the next page's cursor; null when there is no more
   */
  public Fhir.Bundle found(
      String type,
      List<Referral> referrals,
      BiFunction<Referral, Words, Object> resource,
      String self,
      @Nullable String next) {
    List<Fhir.Link> links = new ArrayList<>(List.of(new Fhir.Link("self", url(self))));
    if (next != null) {
      links.add(new Fhir.Link("next", url(next)));
    }
    Words none = words.none();
    List<Fhir.Entry> entries =
        referrals.stream()
            .map(
                referral ->
                    new Fhir.Entry(
                        url(type + "/" + referral.id()),
                        resource.apply(referral, none),
                        new Fhir.Search("match"),
                        null))
            .toList();
    // FHIR knows no empty lists.
    return new Fhir.Bundle("Bundle", "searchset", links, entries.isEmpty() ? null : entries);
  }

  public Fhir.CapabilityStatement capabilities() {
    List<Fhir.SearchParam> params =
        List.of(
            new Fhir.SearchParam("status", "token"), new Fhir.SearchParam("_lastUpdated", "date"));
    return new Fhir.CapabilityStatement(
        "CapabilityStatement",
        "active",
        "2026-11-22",
        "instance",
        new Fhir.Software("Hifazat referral service"),
        new Fhir.Implementation("Referrals of children to partner agencies", url("")),
        Fhir.VERSION,
        List.of(Fhir.MEDIA_TYPE),
        List.of(
            new Fhir.Rest(
                "server",
                List.of(
                    served("Task", params, "read", "search-type", "update"),
                    served("ServiceRequest", params, "read", "search-type", "create"),
                    served("ConceptMap", null, "read")))));
  }

  private static Fhir.Served served(
      String type, @Nullable List<Fhir.SearchParam> params, String... interactions) {
    return new Fhir.Served(
        type,
        List.of(interactions).stream().map(Fhir.Interaction::new).toList(),
        "versioned-update",
        params);
  }
}
