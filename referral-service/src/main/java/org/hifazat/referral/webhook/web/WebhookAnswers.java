package org.hifazat.referral.webhook.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.webhook.AddEndpoint;
import org.hifazat.referral.webhook.ChangeEndpoint;
import org.hifazat.referral.webhook.EndpointQueries;
import org.hifazat.referral.webhook.KeepSharedSecret;
import org.hifazat.referral.webhook.SendAgain;
import org.hifazat.referral.webhook.TestEndpoint;
import org.jspecify.annotations.Nullable;

/** What agencies' systems and administrators are answered alike. */
@ApplicationScoped
class WebhookAnswers {
  private static final String LIST = "webhook-endpoints";

  private final AddEndpoint adding;
  private final ChangeEndpoint changing;
  private final KeepSharedSecret secrets;
  private final TestEndpoint testing;
  private final SendAgain again;
  private final EndpointQueries queries;
  private final Cursors cursors;

  WebhookAnswers(
      AddEndpoint adding,
      ChangeEndpoint changing,
      KeepSharedSecret secrets,
      TestEndpoint testing,
      SendAgain again,
      EndpointQueries queries,
      Cursors cursors) {
    this.adding = adding;
    this.changing = changing;
    this.secrets = secrets;
    this.testing = testing;
    this.again = again;
    this.queries = queries;
    this.cursors = cursors;
  }

  Page<EndpointView> list(
      @Nullable UUID agencyId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? Page.MAX_LIMIT : Page.limit(limit);
    List<EndpointView> rows =
        queries
            .list(agencyId, cursors.verify(LIST, cursor).map(Cursor::id).orElse(null), size + 1)
            .stream()
            .map(EndpointView::of)
            .toList();
    return Page.cut(rows, size, view -> cursors.sign(LIST, Instant.EPOCH, view.id()));
  }

  Response add(@Nullable UUID agencyId, String url, @Nullable String key, String base) {
    Created created = adding.handle(new AddEndpoint.Command(agencyId, url), key, base);
    EndpointQueries.Shown shown = queries.changed(ReferralOperation.ADD_WEBHOOK, created.id());
    return created.response(shown.endpoint().version(), EndpointView.of(shown));
  }

  Response one(UUID id) {
    return answer(queries.one(id));
  }

  Response pause(UUID id, @Nullable String ifMatch) {
    changing.pause(id, Preconditions.expected(ifMatch));
    return changed(id);
  }

  Response resume(UUID id, @Nullable String ifMatch) {
    changing.resume(id, Preconditions.expected(ifMatch));
    return changed(id);
  }

  Response rotate(UUID id, @Nullable String ifMatch, RotationRequest request) {
    changing.rotate(id, Preconditions.expected(ifMatch), Duration.ofHours(request.overlapHours()));
    return changed(id);
  }

  /** The secret is in this answer and in no other. */
  Response share(ReferralOperation operation, UUID id, @Nullable String ifMatch) {
    String secret = secrets.renew(operation, id, Preconditions.expected(ifMatch));
    EndpointQueries.Shown shown = queries.changed(operation, id);
    return Response.ok(new SharedSecretView(secret, shown.sharedUntil()))
        .header(HttpHeaders.ETAG, ETags.of(shown.endpoint().version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  Response shareNoMore(ReferralOperation operation, UUID id, @Nullable String ifMatch) {
    secrets.end(operation, id, Preconditions.expected(ifMatch));
    return answer(queries.changed(operation, id));
  }

  void delete(UUID id, @Nullable String ifMatch) {
    changing.delete(id, Preconditions.expected(ifMatch));
  }

  TestCallView test(UUID id) {
    return TestCallView.of(testing.handle(id));
  }

  Page<EndpointQueries.WebhookMessage> messages(
      UUID id, @Nullable String state, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = "webhook-messages-" + id;
    return Page.cut(
        queries.messages(id, state, cursors.verify(list, cursor).orElse(null), size + 1),
        size,
        message -> cursors.sign(list, message.recordedAt(), message.id()));
  }

  ReplayView replay(UUID id, UUID message) {
    again.one(id, message);
    return new ReplayView(1);
  }

  ReplayView replay(UUID id, ReplayRequest request) {
    return new ReplayView(again.since(id, request.since(), request.withoutDelivered()));
  }

  private Response changed(UUID id) {
    return answer(queries.changed(ReferralOperation.CHANGE_WEBHOOK, id));
  }

  private static Response answer(EndpointQueries.Shown shown) {
    return Response.ok(EndpointView.of(shown))
        .header(HttpHeaders.ETAG, ETags.of(shown.endpoint().version()))
        .build();
  }
}
